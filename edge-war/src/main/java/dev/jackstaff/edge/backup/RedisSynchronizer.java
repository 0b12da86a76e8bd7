package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The synchronizer of Redis with the served snapshots: it offers what Redis lacks. The note methods are thread-safe;
 * all others are for one thread and throw when Redis fails, and the next call continues where the last one ended.
 */
final class RedisSynchronizer {
    /** The delay within which a noted snapshot is served and confirmed. */
    static final Duration SETTLE_DELAY = Duration.ofMillis(300);

    /** The time after which another edge that confirmed an incomparable snapshot counts as gone. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(60);

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final RedisRepository repository;
    private final LongSupplier nanoTime;

    /** The hashes of revoked keys that Redis does not know yet. */
    private final Set<String> revokedKeyHashes = ConcurrentHashMap.newKeySet();

    private final Map<String, String> removedEnvironments = new ConcurrentHashMap<>();

    /** The latest noted snapshot of each environment. */
    private final Map<String, Snapshot> latest = new ConcurrentHashMap<>();

    /** The snapshot of each environment that was last offered to Redis. */
    private final Map<String, OfferedSnapshot> offered = new HashMap<>();

    RedisSynchronizer(
            LiveEnvironments environments, Freshness freshness, RedisRepository repository, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.environments = environments;
        this.freshness = freshness;
        this.repository = repository;
    }

    /**
     * A snapshot that was offered to Redis.
     *
     * @param noticedAt when it was first noted, by this process's own clock
     * @param confirmed whether it was offered since its source last confirmed it as the newest
     */
    private record OfferedSnapshot(Snapshot snapshot, String digest, long noticedAt, boolean confirmed) {
        static OfferedSnapshot at(long now, Snapshot snapshot) {
            return new OfferedSnapshot(snapshot, BackupEnvelope.hash(SnapshotWriter.write(snapshot)), now, false);
        }

        OfferedSnapshot confirmed(long age, long now) {
            Duration elapsed = Duration.ofNanos(now - noticedAt).plus(SETTLE_DELAY.multipliedBy(2));
            return new OfferedSnapshot(
                    snapshot, digest, noticedAt, confirmed || (age >= 0 && age <= elapsed.toMillis()));
        }
    }

    /** Notes a snapshot that is about to be served. */
    void noteServed(Snapshot snapshot) {
        latest.put(snapshot.key(), snapshot);
    }

    /** Notes a snapshot that is about to be served and revokes keys. */
    void noteRevocation(Snapshot snapshot) {
        noteServed(snapshot);
        ServedEnvironment served = environments.environment(snapshot.key());
        if (served != null && !RestoredSnapshot.hasComparableRevision(snapshot)) {
            revokedKeyHashes.addAll(hashes(served.snapshot()));
            revokedKeyHashes.removeAll(hashes(snapshot));
        }
    }

    /** Notes the removal of an environment; returns whether Redis may hold it. */
    boolean noteRemoval(String environment) {
        Snapshot removed = latest.remove(environment);
        if (removed == null) {
            return false;
        }
        removedEnvironments.put(environment, removed.environmentId());
        if (!RestoredSnapshot.hasComparableRevision(removed)) {
            revokedKeyHashes.addAll(hashes(removed));
        }
        return true;
    }

    private static Set<String> hashes(Snapshot snapshot) {
        return Stream.concat(snapshot.credentials().stream(), snapshot.edgeCredentials().stream())
                .map(Credential::hash)
                .collect(Collectors.toSet());
    }

    /** The stored snapshots, after pending removals were sent. */
    List<RestoredSnapshot> load() {
        sendRemovals();
        return repository.loadAll();
    }

    /** Sends pending revocations and removals to Redis. */
    void sendRemovals() {
        Set<String> keys = Set.copyOf(revokedKeyHashes);
        if (!keys.isEmpty()) {
            repository.revoke(keys);
            revokedKeyHashes.removeAll(keys);
        }
        removedEnvironments.forEach((environment, id) -> {
            repository.delete(environment, id);
            removedEnvironments.remove(environment, id);
        });
    }

    /** Sends revoked keys to Redis, before the snapshot without them is served. */
    void sendRevocation(Snapshot snapshot) {
        sendRemovals();
        if (RestoredSnapshot.hasComparableRevision(snapshot)) {
            repository.store(offer(OfferedSnapshot.at(nanoTime.getAsLong(), snapshot)), SnapshotWriter.write(snapshot));
        }
    }

    /** Sends pending removals, and offers every served snapshot. */
    void synchronize() {
        sendRemovals();
        Map<String, ServedEnvironment> served = environments.environments();
        offered.keySet().retainAll(served.keySet());
        served.values().forEach(environment -> compare(environment.snapshot()));
    }

    private void compare(Snapshot snapshot) {
        long now = nanoTime.getAsLong();
        OfferedSnapshot previous = offered.get(snapshot.key());
        OfferedSnapshot next = previous == null || !previous.snapshot().equals(snapshot)
                ? OfferedSnapshot.at(now, snapshot)
                : previous;
        RedisRepository.Offer offer = offer(next);
        if (repository.offerHead(offer) == RedisRepository.OfferResult.DOCUMENT_WANTED) {
            repository.store(offer, SnapshotWriter.write(snapshot));
        }
        offered.put(snapshot.key(), next.confirmed(offer.age(), nanoTime.getAsLong()));
    }

    private RedisRepository.Offer offer(OfferedSnapshot offered) {
        long age =
                freshness.age(offered.snapshot().key()).map(Duration::toMillis).orElse(-1L);
        return new RedisRepository.Offer(
                offered.snapshot(), offered.digest(), age, offered.confirmed() ? MAX_SILENCE.toMillis() : 0);
    }
}
