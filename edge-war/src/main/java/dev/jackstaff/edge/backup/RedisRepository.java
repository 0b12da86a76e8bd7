package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The backup of one origin in Redis: the enveloped snapshots, a head of each by which scripts in Redis decide which is
 * newer, and the hashes of lately revoked keys. Ages are measured by the clock of Redis. For one thread.
 */
final class RedisRepository implements AutoCloseable {
    /** The time for which revocations are remembered; longer than any edge trusts a key that its server revoked. */
    private static final Duration REVOCATION_TIME_TO_LIVE = Duration.ofHours(24);

    private static final byte[] OFFER = RedisConnection.script("offer.lua");
    private static final byte[] DROP = RedisConnection.script("drop.lua");
    private static final byte[] REVOKE = RedisConnection.script("revoke.lua");
    private static final byte[] NO_DOCUMENT = {};
    private static final Logger LOG = Logger.getLogger(RedisRepository.class.getName());

    private final RedisConnection redis;
    private final String origin;
    private final byte[] heads;
    private final byte[] documents;
    private final byte[] revoked;

    /** The result of an offer, in the order of the script's return values. */
    enum OfferResult {
        SAME,
        DOCUMENT_WANTED,
        STORED,
        OLDER
    }

    RedisRepository(RedisSettings address, String origin) {
        this.redis = new RedisConnection(address);
        this.origin = origin;
        String names = address.prefix() + ":{" + BackupEnvelope.shortHash(origin) + "}:";
        this.heads = bytes(names + "heads");
        this.documents = bytes(names + "snapshots");
        this.revoked = bytes(names + "revoked");
    }

    /**
     * The offer of a snapshot to Redis.
     *
     * @param digest the hash of its document
     * @param age the milliseconds since it was last confirmed as the newest; -1 if it never was
     * @param slack the milliseconds by which it must have been confirmed later than a stored snapshot with an
     *     incomparable revision
     */
    record Offer(Snapshot snapshot, String digest, long age, long slack) {}

    /** Asks whether a snapshot should be stored, and updates the age of one that is stored already. */
    OfferResult offerHead(Offer offer) {
        return offer(offer, NO_DOCUMENT);
    }

    /** Stores a snapshot, unless a newer one was stored meanwhile. */
    OfferResult store(Offer offer, byte[] document) {
        return offer(offer, new BackupEnvelope(origin, offer.snapshot().key(), document).toBytes());
    }

    private OfferResult offer(Offer offer, byte[] envelope) {
        Snapshot snapshot = offer.snapshot();
        long answer = redis.evaluate(
                OFFER,
                List.of(heads, documents),
                List.of(
                        bytes(snapshot.key()),
                        bytes(snapshot.environmentId()),
                        bytes(snapshot.revision()),
                        bytes(snapshot.changedAt().toEpochMilli()),
                        bytes(offer.age()),
                        bytes(RestoredSnapshot.hasComparableRevision(snapshot) ? 1 : 0),
                        bytes(offer.digest()),
                        bytes(offer.slack()),
                        envelope));
        return OfferResult.values()[(int) answer];
    }

    /** Deletes an environment, unless another one of that name exists by now. */
    void delete(String environment, String id) {
        redis.evaluate(DROP, List.of(heads, documents), List.of(bytes(environment), bytes(id)));
    }

    /** Stores the hashes of revoked keys. */
    void revoke(Collection<String> hashes) {
        redis.evaluate(
                REVOKE,
                List.of(revoked),
                Stream.concat(Stream.of(Long.toString(REVOCATION_TIME_TO_LIVE.toMillis())), hashes.stream())
                        .map(RedisRepository::bytes)
                        .toList());
    }

    /** All valid stored snapshots of this origin; each refused one is logged with its reason. */
    List<RestoredSnapshot> loadAll() {
        return redis.call(open -> {
            long now = millis(open.time());
            Set<String> revokedHashes = new HashSet<>();
            open.zrangeByScore(revoked, (double) (now - REVOCATION_TIME_TO_LIVE.toMillis()), Double.POSITIVE_INFINITY)
                    .forEach(hash -> revokedHashes.add(new String(hash, StandardCharsets.UTF_8)));
            List<RestoredSnapshot> restored = new ArrayList<>();
            open.hgetAll(heads).forEach((name, text) -> {
                String environment = new String(name, StandardCharsets.UTF_8);
                try {
                    StoredHead head = StoredHead.parse(text);
                    if (!head.isDeleted()) {
                        Snapshot snapshot = readDocument(environment, open.hget(documents, name), head);
                        restored.add(
                                new RestoredSnapshot(withoutRevoked(revokedHashes, snapshot), head.age(snapshot, now)));
                    }
                } catch (BackupEnvelope.InvalidBackupException | DocumentException | NumberFormatException broken) {
                    Object[] details = {environment, redis, broken.getMessage()};
                    LOG.log(Level.WARNING, "The stored snapshot of {0} in {1} is refused: {2}.", details);
                }
            });
            return restored;
        });
    }

    private static long millis(List<String> time) {
        return Long.parseLong(time.get(0)) * 1_000 + Long.parseLong(time.get(1)) / 1_000;
    }

    private Snapshot readDocument(String environment, byte @Nullable [] bytes, StoredHead head)
            throws BackupEnvelope.InvalidBackupException {
        if (bytes == null) {
            throw new BackupEnvelope.InvalidBackupException("its document is missing");
        }
        BackupEnvelope envelope = BackupEnvelope.of(bytes).of(origin, environment);
        Snapshot snapshot = SnapshotReader.read(envelope.content());
        if (!snapshot.key().equals(environment) || !head.describes(snapshot)) {
            throw new BackupEnvelope.InvalidBackupException(
                    "its document has revision " + snapshot.revision() + " instead of " + head.revision());
        }
        return snapshot;
    }

    /**
     * The snapshot without revoked keys, when revisions cannot tell which snapshot is newer: an edge that has not
     * learned of the revocation may have stored the key again.
     */
    private static Snapshot withoutRevoked(Set<String> revokedHashes, Snapshot snapshot) {
        if (RestoredSnapshot.hasComparableRevision(snapshot)) {
            return snapshot;
        }
        return new Snapshot(
                snapshot.project(),
                snapshot.environment(),
                snapshot.environmentId(),
                snapshot.revision(),
                snapshot.changedAt(),
                snapshot.flags(),
                snapshot.segments(),
                withoutRevoked(revokedHashes, snapshot.credentials()),
                withoutRevoked(revokedHashes, snapshot.edgeCredentials()),
                snapshot.foreign());
    }

    private static List<Credential> withoutRevoked(Set<String> revokedHashes, List<Credential> credentials) {
        return credentials.stream()
                .filter(credential -> !revokedHashes.contains(credential.hash()))
                .toList();
    }

    @Override
    public void close() {
        redis.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(long number) {
        return bytes(Long.toString(number));
    }
}
