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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is served beside what is kept in Redis: offers what Redis has not got. Noting what is to be told is safe for threads; the
 * telling is for one, and throws where Redis fails, after which the next attempt begins where this one ended.
 */
final class RedisComparison {
    /** Within this after it was noticed, what is to be kept is served, and said to be the newest. */
    static final Duration SETTLING = Duration.ofMillis(300);

    /** After this an edge that keeps confirming a snapshot that cannot be compared with ours is thought to have ended. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final RedisShelf shelf;

    /** What Redis is yet to be told: hashes of keys that were taken away; ids of environments that were removed. */
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    private final Map<String, String> dropped = new ConcurrentHashMap<>();

    /** The last of each environment that was to be kept. */
    private final Map<String, Snapshot> latest = new ConcurrentHashMap<>();

    /** What was offered last of each environment. */
    private final Map<String, Offered> offered = new HashMap<>();

    RedisComparison(LiveEnvironments environments, Freshness freshness, RedisShelf shelf) {
        this.environments = environments;
        this.freshness = freshness;
        this.shelf = shelf;
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
            Duration since = Duration.ofNanos(System.nanoTime() - noticedAt).plus(SETTLING.multipliedBy(2));
            return new Offered(snapshot, digest, noticedAt, told || (age >= 0 && age <= since.toMillis()));
        }
    }

    /** A snapshot is going to be served. */
    void note(Snapshot snapshot) {
        latest.put(snapshot.key(), snapshot);
    }

    /** A snapshot is going to be served, and takes keys away. */
    void noteRevocation(Snapshot snapshot) {
        note(snapshot);
        ServedEnvironment served = environments.environment(snapshot.key());
        if (served != null && !Found.comparable(snapshot)) {
            revoked.addAll(hashes(served.snapshot()));
            revoked.removeAll(hashes(snapshot));
        }
    }

    /** An environment is served no longer; answers whether Redis may know it. */
    boolean noteRemoval(String environment) {
        Snapshot known = latest.remove(environment);
        if (known == null) {
            return false;
        }
        dropped.put(environment, known.environmentId());
        if (!Found.comparable(known)) {
            revoked.addAll(hashes(known));
        }
        return true;
    }

    private static Set<String> hashes(Snapshot snapshot) {
        return Stream.concat(snapshot.credentials().stream(), snapshot.edges().stream())
                .map(Credential::hash)
                .collect(Collectors.toSet());
    }

    /** What is kept, after Redis was told what is gone. */
    List<Found> found() {
        tell();
        return shelf.all();
    }

    /** Tells Redis what is gone. */
    void tell() {
        Set<String> keys = Set.copyOf(revoked);
        if (!keys.isEmpty()) {
            shelf.revoke(keys);
            revoked.removeAll(keys);
        }
        dropped.forEach((environment, id) -> {
            shelf.drop(environment, id);
            dropped.remove(environment, id);
        });
    }

    /** Tells Redis that keys were taken away, before the snapshot without them is served. */
    void tellOfRevocation(Snapshot snapshot) {
        tell();
        if (Found.comparable(snapshot)) {
            shelf.keep(offer(Offered.now(snapshot)), SnapshotWriter.write(snapshot));
        }
    }

    /** Tells Redis everything that it does not know. */
    void tellAll() {
        tell();
        Map<String, ServedEnvironment> served = environments.environments();
        offered.keySet().retainAll(served.keySet());
        served.values().forEach(environment -> compare(environment.snapshot()));
    }

    private void compare(Snapshot snapshot) {
        Offered before = offered.get(snapshot.key());
        Offered now = before == null || !before.snapshot().equals(snapshot) ? Offered.now(snapshot) : before;
        RedisShelf.Offer offer = offer(now);
        if (shelf.ask(offer) == RedisShelf.Answer.WANTED) {
            shelf.keep(offer, SnapshotWriter.write(snapshot));
        }
        offered.put(snapshot.key(), now.told(offer.age()));
    }

    private RedisShelf.Offer offer(Offered offered) {
        long age =
                freshness.age(offered.snapshot().key()).map(Duration::toMillis).orElse(-1L);
        return new RedisShelf.Offer(offered.snapshot(), offered.digest(), age, offered.told() ? SILENCE.toMillis() : 0);
    }
}
