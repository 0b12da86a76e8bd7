package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.ServedEnvironment;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Redis that edges share. Nothing is queued: a thread compares what is served with what is kept there, soon after each change
 * and every few seconds, and offers what Redis has not got. So it catches up by itself, whatever became of Redis meanwhile, and
 * nobody waits for it but who takes keys away, and that not for long.
 */
final class RedisStore implements Store {
    private static final Duration ROUND_INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    /** By now what was to be kept is served, and said to be the newest. */
    private static final Duration SOON = Duration.ofMillis(300);

    /** After this an edge that keeps confirming a snapshot that cannot be compared with ours is thought to have ended. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(RedisStore.class.getName());

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final RedisAddress address;
    private final Consumer<List<Found>> later;
    private final Trouble trouble = new Trouble(LOG, "Snapshots are kept in Redis again.");
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(RedisStore::thread);
    private final AtomicBoolean roundComes = new AtomicBoolean();

    /** What Redis is yet to be told: hashes of keys that were taken away; ids of environments that were removed. */
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    private final Map<String, String> dropped = new ConcurrentHashMap<>();

    /** The last of each environment that was to be kept. */
    private final Map<String, Snapshot> latest = new ConcurrentHashMap<>();

    /** What was offered last of each environment; the worker's own, as is the shelf. */
    private final Map<String, Offered> offered = new HashMap<>();

    private boolean looked;
    private @Nullable RedisShelf shelf;

    /** @param later takes what could not be found in time */
    RedisStore(LiveEnvironments environments, Freshness freshness, RedisAddress address, Consumer<List<Found>> later) {
        this.environments = environments;
        this.freshness = freshness;
        this.address = address;
        this.later = later;
    }

    /**
     * A snapshot that was offered.
     *
     * @param noticedAt when it was seen first, by this process's own clock
     * @param told whether it was offered since its source said that it is the newest
     */
    private record Offered(Snapshot snapshot, String digest, long noticedAt, boolean told) {
        static Offered now(Snapshot snapshot) {
            return new Offered(snapshot, Sealed.hash(SnapshotWriter.write(snapshot)), System.nanoTime(), false);
        }

        Offered told(long age) {
            Duration since = Duration.ofNanos(System.nanoTime() - noticedAt).plus(SOON.multipliedBy(2));
            return new Offered(snapshot, digest, noticedAt, told || (age >= 0 && age <= since.toMillis()));
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "jackstaff-redis", 0, false);
        thread.setContextClassLoader(RedisStore.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public List<Found> open(String origin) {
        shelf = new RedisShelf(address, origin);
        CompletableFuture<List<Found>> found = new CompletableFuture<>();
        worker.execute(() -> {
            List<Found> there = look();
            if (!found.complete(there)) {
                later.accept(there);
            }
        });
        Future<?> untilStopped = worker.scheduleWithFixedDelay(
                this::round, ROUND_INTERVAL.toMillis(), ROUND_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(Level.INFO, "Snapshots are kept in {0}.", address);
        LOG.log(Level.FINE, "Comparing with it: {0}.", untilStopped);
        Duration limit = address.timeout().multipliedBy(2);
        return found.completeOnTimeout(List.of(), limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** What is there; nothing where Redis is away, and then it is looked for again with each round. */
    private List<Found> look() {
        try {
            List<Found> found = shelf().all();
            looked = true;
            trouble.ended();
            return found;
        } catch (RuntimeException away) {
            failed(away);
            return List.of();
        }
    }

    private RedisShelf shelf() {
        return Objects.requireNonNull(shelf, "not open");
    }

    @Override
    public void keep(Snapshot snapshot) {
        latest.put(snapshot.key(), snapshot);
        roundSoon();
    }

    @Override
    public void keepNow(Snapshot snapshot) {
        latest.put(snapshot.key(), snapshot);
        if (Found.comparable(snapshot)) {
            now(() -> shelf().keep(offer(Offered.now(snapshot)), SnapshotWriter.write(snapshot)));
        } else {
            ServedEnvironment served = environments.environment(snapshot.key());
            if (served != null) {
                revoked.addAll(hashes(served.snapshot()));
                revoked.removeAll(hashes(snapshot));
            }
            now(this::tell);
        }
        roundSoon();
    }

    @Override
    public void drop(String environment) {
        Snapshot known = latest.remove(environment);
        if (known != null) {
            dropped.put(environment, known.environmentId());
            if (!Found.comparable(known)) {
                revoked.addAll(hashes(known));
            }
            now(this::tell);
        }
    }

    private static Set<String> hashes(Snapshot snapshot) {
        return Stream.concat(snapshot.credentials().stream(), snapshot.edges().stream())
                .map(Credential::hash)
                .collect(Collectors.toSet());
    }

    /** Has the worker do something, and waits for it: not for long, and not at all where Redis is known to be away. */
    private void now(Runnable task) {
        boolean done = false;
        if (trouble.now().isEmpty()) {
            CompletableFuture<Boolean> doing = new CompletableFuture<>();
            run(() -> doing.complete(tried(task)));
            done = doing.completeOnTimeout(false, address.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
        if (!done) {
            LOG.warning(
                    "Keys were taken away, and Redis does not know it yet. It is tried again; until then an edge that"
                            + " starts from Redis alone lets them in.");
        }
    }

    private boolean tried(Runnable task) {
        try {
            task.run();
            return true;
        } catch (RuntimeException away) {
            failed(away);
            return false;
        }
    }

    private void failed(RuntimeException cause) {
        trouble.began("Redis cannot be used (" + address + ")", cause);
    }

    private void run(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException stopped) {
            LOG.log(Level.FINE, "Nothing more is begun.", stopped);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing escapes from a round
    private void roundSoon() {
        if (!worker.isShutdown() && roundComes.compareAndSet(false, true)) {
            try {
                worker.schedule(this::round, SOON.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopped) {
                LOG.log(Level.FINE, "Nothing more is begun.", stopped);
            }
        }
    }

    private void round() {
        roundComes.set(false);
        if (!looked && !environments.isComplete()) {
            List<Found> found = look();
            if (looked) {
                later.accept(found);
            }
            return;
        }
        if (tried(this::compare)) {
            trouble.ended();
        }
    }

    private void compare() {
        tell();
        Map<String, ServedEnvironment> served = environments.environments();
        offered.keySet().retainAll(served.keySet());
        served.values().forEach(environment -> compare(environment.snapshot()));
    }

    private void compare(Snapshot snapshot) {
        Offered before = offered.get(snapshot.key());
        Offered now = before == null || !before.snapshot().equals(snapshot) ? Offered.now(snapshot) : before;
        RedisShelf.Offer offer = offer(now);
        if (shelf().ask(offer) == RedisShelf.Answer.WANTED) {
            shelf().keep(offer, SnapshotWriter.write(snapshot));
        }
        offered.put(snapshot.key(), now.told(offer.age()));
    }

    private RedisShelf.Offer offer(Offered offered) {
        long age =
                freshness.age(offered.snapshot().key()).map(Duration::toMillis).orElse(-1L);
        return new RedisShelf.Offer(offered.snapshot(), offered.digest(), age, offered.told() ? SILENCE.toMillis() : 0);
    }

    private void tell() {
        Set<String> keys = Set.copyOf(revoked);
        if (!keys.isEmpty()) {
            shelf().revoke(keys);
            revoked.removeAll(keys);
        }
        dropped.forEach((environment, id) -> {
            shelf().drop(environment, id);
            dropped.remove(environment, id);
        });
    }

    @Override
    public Optional<String> trouble() {
        return trouble.now();
    }

    @Override
    public long failures() {
        return trouble.times();
    }

    @Override
    public void stop() {
        run(this::round);
        worker.shutdown();
        try {
            if (worker.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                shelf().close();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        worker.shutdownNow();
    }
}
