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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is served beside what is kept in Redis: offers what Redis has not got. Noting what is to be told is safe for threads; the
 * telling is for one, and throws where Redis fails, after which the next attempt begins where this one ended.
 */
final class RedisSynchronizer {
    /** Within this after it was noticed, what is to be kept is served, and said to be the newest. */
    static final Duration SETTLE_DELAY = Duration.ofMillis(300);

    /** After this an edge that keeps confirming a snapshot that cannot be compared with ours is thought to have ended. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(60);

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final RedisRepository repository;

    /** What Redis is yet to be told: hashes of keys that were taken away; ids of environments that were removed. */
    private final Set<String> revokedKeyHashes = ConcurrentHashMap.newKeySet();

    private final Map<String, String> removedEnvironments = new ConcurrentHashMap<>();

    /** The last of each environment that was to be kept. */
    private final Map<String, Snapshot> latest = new ConcurrentHashMap<>();

    /** What was offered last of each environment. */
    private final Map<String, OfferedSnapshot> offered = new HashMap<>();

    RedisSynchronizer(LiveEnvironments environments, Freshness freshness, RedisRepository shelf) {
        this.environments = environments;
        this.freshness = freshness;
        this.repository = shelf;
    }

    /**
     * A snapshot that was offered.
     *
     * @param noticedAt when it was seen first, by this process's own clock
     * @param confirmed whether it was offered since its source said that it is the newest
     */
    private record OfferedSnapshot(Snapshot snapshot, String digest, long noticedAt, boolean confirmed) {
        static OfferedSnapshot now(Snapshot snapshot) {
            return new OfferedSnapshot(
                    snapshot, BackupEnvelope.hash(SnapshotWriter.write(snapshot)), System.nanoTime(), false);
        }

        OfferedSnapshot confirmed(long age) {
            Duration since = Duration.ofNanos(System.nanoTime() - noticedAt).plus(SETTLE_DELAY.multipliedBy(2));
            return new OfferedSnapshot(snapshot, digest, noticedAt, confirmed || (age >= 0 && age <= since.toMillis()));
        }
    }

    /** A snapshot is going to be served. */
    void noteServed(Snapshot snapshot) {
        latest.put(snapshot.key(), snapshot);
    }

    /** A snapshot is going to be served, and takes keys away. */
    void noteRevocation(Snapshot snapshot) {
        noteServed(snapshot);
        ServedEnvironment served = environments.environment(snapshot.key());
        if (served != null && !RestoredSnapshot.hasComparableRevision(snapshot)) {
            revokedKeyHashes.addAll(hashes(served.snapshot()));
            revokedKeyHashes.removeAll(hashes(snapshot));
        }
    }

    /** An environment is served no longer; answers whether Redis may know it. */
    boolean noteRemoval(String environment) {
        Snapshot known = latest.remove(environment);
        if (known == null) {
            return false;
        }
        removedEnvironments.put(environment, known.environmentId());
        if (!RestoredSnapshot.hasComparableRevision(known)) {
            revokedKeyHashes.addAll(hashes(known));
        }
        return true;
    }

    private static Set<String> hashes(Snapshot snapshot) {
        return Stream.concat(snapshot.credentials().stream(), snapshot.edgeCredentials().stream())
                .map(Credential::hash)
                .collect(Collectors.toSet());
    }

    /** What is kept, after Redis was told what is gone. */
    List<RestoredSnapshot> load() {
        sendRemovals();
        return repository.loadAll();
    }

    /** Tells Redis what is gone. */
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

    /** Tells Redis that keys were taken away, before the snapshot without them is served. */
    void sendRevocation(Snapshot snapshot) {
        sendRemovals();
        if (RestoredSnapshot.hasComparableRevision(snapshot)) {
            repository.store(offer(OfferedSnapshot.now(snapshot)), SnapshotWriter.write(snapshot));
        }
    }

    /** Tells Redis everything that it does not know. */
    void synchronize() {
        sendRemovals();
        Map<String, ServedEnvironment> served = environments.environments();
        offered.keySet().retainAll(served.keySet());
        served.values().forEach(environment -> compare(environment.snapshot()));
    }

    private void compare(Snapshot snapshot) {
        OfferedSnapshot before = offered.get(snapshot.key());
        OfferedSnapshot now =
                before == null || !before.snapshot().equals(snapshot) ? OfferedSnapshot.now(snapshot) : before;
        RedisRepository.Offer offer = offer(now);
        if (repository.offerHead(offer) == RedisRepository.OfferResult.DOCUMENT_WANTED) {
            repository.store(offer, SnapshotWriter.write(snapshot));
        }
        offered.put(snapshot.key(), now.confirmed(offer.age()));
    }

    private RedisRepository.Offer offer(OfferedSnapshot offered) {
        long age =
                freshness.age(offered.snapshot().key()).map(Duration::toMillis).orElse(-1L);
        return new RedisRepository.Offer(
                offered.snapshot(), offered.digest(), age, offered.confirmed() ? MAX_SILENCE.toMillis() : 0);
    }
}
