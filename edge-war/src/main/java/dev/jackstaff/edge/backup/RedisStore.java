package dev.jackstaff.edge.backup;

import dev.jackstaff.edge.retry.Outage;
import dev.jackstaff.edge.thread.Daemon;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A Redis that edges share. Nothing is queued: a thread compares what is served with what is kept there, soon after each change
 * and every few seconds. So it catches up by itself, whatever became of Redis meanwhile, and nobody waits for it but who takes
 * keys away, and that not for long.
 */
final class RedisStore implements Store {
    private static final Duration ROUND_INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(RedisStore.class.getName());

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final RedisAddress address;
    private final Consumer<List<Found>> later;
    private final Outage keeping = new Outage(LOG, "Keeping snapshots in Redis");
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> Daemon.thread("jackstaff-redis", task));
    private final AtomicBoolean roundComes = new AtomicBoolean();

    /** The worker's own: whether Redis was ever asked what is there. */
    private boolean looked;

    private @Nullable RedisShelf shelf;
    private @Nullable RedisComparison comparison;

    /** @param later takes what could not be found in time */
    RedisStore(LiveEnvironments environments, Freshness freshness, RedisAddress address, Consumer<List<Found>> later) {
        this.environments = environments;
        this.freshness = freshness;
        this.address = address;
        this.later = later;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public List<Found> open(String origin) {
        shelf = new RedisShelf(address, origin);
        comparison = new RedisComparison(environments, freshness, shelf);
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

    private RedisComparison comparison() {
        return Objects.requireNonNull(comparison, "not open");
    }

    /** What is there; nothing where Redis is away, and then it is looked for again with each round. */
    private List<Found> look() {
        try {
            List<Found> found = comparison().found();
            looked = true;
            keeping.ended();
            return found;
        } catch (RuntimeException away) {
            failed(away);
            return List.of();
        }
    }

    @Override
    public void keep(Snapshot snapshot) {
        comparison().note(snapshot);
        roundSoon();
    }

    @Override
    public void keepNow(Snapshot snapshot) {
        comparison().noteRevocation(snapshot);
        now(() -> comparison().tellOfRevocation(snapshot));
        roundSoon();
    }

    @Override
    public void drop(String environment) {
        if (comparison().noteRemoval(environment)) {
            now(comparison()::tell);
        }
    }

    /** Has the worker do something, and waits for it: not for long, and not at all where Redis is known to be away. */
    private void now(Runnable task) {
        boolean done = false;
        if (keeping.reason().isEmpty()) {
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
        keeping.began("Redis cannot be used (" + address + ")", cause);
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
        if (roundComes.compareAndSet(false, true)) {
            try {
                worker.schedule(this::round, RedisComparison.SETTLING.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopped) {
                LOG.log(Level.FINE, "Nothing more is begun.", stopped);
            }
        }
    }

    private void round() {
        roundComes.set(false);
        if (looked || environments.isComplete()) {
            if (tried(comparison()::tellAll)) {
                keeping.ended();
            }
            return;
        }
        List<Found> found = look();
        if (looked) {
            later.accept(found);
        }
    }

    @Override
    public Optional<String> trouble() {
        return keeping.reason();
    }

    @Override
    public long failures() {
        return keeping.times();
    }

    @Override
    public void stop() {
        RedisShelf open = shelf;
        if (open == null) {
            return;
        }
        run(this::round);
        worker.shutdown();
        try {
            if (worker.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                open.close();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        worker.shutdownNow();
    }
}
