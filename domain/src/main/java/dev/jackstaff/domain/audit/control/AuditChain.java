package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.Seal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The chain of the audit trail, and how it grows: entries that were committed are sealed in the order in which they are
 * found, each with the hash of the one before. One hub at a time does it, under an advisory lock.
 *
 * <p>The chain begins with the entries from before entries were signed, in their order. From then on only signed ones are
 * sealed, so that nobody but a hub can add to it.
 */
@ApplicationScoped
public class AuditChain {
    /** The most entries that one transaction seals. */
    static final int BATCH = 1_000;

    /** How far back a usual round looks for entries whose transaction was committed later than that of others. */
    private static final int OVERLAP = 1_000;

    private static final String PREPARE =
            "select set_config('idle_in_transaction_session_timeout', '15s', true), set_config('lock_timeout', '15s', true)";
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('jackstaff.audit'))";
    private static final String UNSEALED = "select " + StoredEntry.COLUMNS + " from audit_entry e where e.id > ?"
            + " and (e.mac is null) = ? and not exists (select 1 from audit_seal s where s.entry_id = e.id)"
            + " order by e.id limit " + BATCH;
    private static final String IS_SIGNED = "select mac is not null from audit_entry where id = ?";
    private static final Logger LOG = Logger.getLogger(AuditChain.class.getName());

    @Resource(lookup = "jdbc/jackstaff")
    @SuppressWarnings("NullAway.Init")
    DataSource source;

    private final AuditKeys keys;
    private final Clock clock;
    private volatile @Nullable Seal lastSeen;
    private volatile long lastReported;

    @Inject
    public AuditChain(AuditKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** For the container, which calls no method of what it makes by this. */
    @SuppressWarnings("NullAway")
    protected AuditChain() {
        this(null, null);
    }

    /** The last link; empty if there is none. */
    public Optional<Seal> head() {
        try (Connection connection = source.getConnection()) {
            return SealRows.head(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit trail cannot be read: " + failed.getMessage(), failed);
        }
    }

    /**
     * Refuses a hub without a secret where the trail is sealed: its entries would count as added by somebody else.
     *
     * @throws IllegalStateException with a sentence that says what to do
     */
    public void requireSecret() {
        if (keys.current().isEmpty() && head().isPresent()) {
            throw new IllegalStateException("the audit trail is sealed; set JACKSTAFF_AUDIT_SECRET as it was");
        }
    }

    /** The last link that this hub has seen or made, which cannot be gone; empty if there was none since its start. */
    public Optional<Seal> lastSeen() {
        return Optional.ofNullable(lastSeen);
    }

    /**
     * Seals entries; does nothing without a key, or while another hub seals. In a transaction of its own.
     *
     * @param isThorough whether to look for entries of any age, and not for the latest only
     * @return the number of entries sealed
     */
    public int extend(boolean isThorough) {
        Optional<AuditKey> key = keys.current();
        if (key.isEmpty()) {
            return 0;
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int sealed = extend(connection, key.get(), isThorough);
                connection.commit();
                return sealed;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit trail cannot be sealed: " + failed.getMessage(), failed);
        }
    }

    private int extend(Connection connection, AuditKey key, boolean isThorough) throws SQLException {
        if (!isLocked(connection)) {
            return 0;
        }
        Seal head = SealRows.head(connection).orElse(null);
        reportLoss(head);
        List<StoredEntry> entries = next(connection, head, isThorough);
        List<Seal> seals = chain(head, entries, key);
        SealRows.insert(connection, seals);
        lastSeen = seals.isEmpty() ? head : seals.get(seals.size() - 1);
        return seals.size();
    }

    private List<StoredEntry> next(Connection connection, @Nullable Seal head, boolean isThorough) throws SQLException {
        if (head == null || !isSigned(connection, head.entry())) {
            List<StoredEntry> unsigned = unsealed(connection, head == null ? 0 : head.entry(), true);
            if (!unsigned.isEmpty()) {
                return unsigned;
            }
        }
        long from = head == null || isThorough ? 0 : Math.max(0, head.entry() - OVERLAP);
        return unsealed(connection, from, false).stream()
                .filter(this::isAuthentic)
                .toList();
    }

    private boolean isAuthentic(StoredEntry entry) {
        boolean isAuthentic = entry.isAuthentic(keys);
        if (!isAuthentic && entry.entry().id() > lastReported) {
            lastReported = entry.entry().id();
            LOG.log(
                    Level.SEVERE,
                    "The entry {0} of the audit trail is not as a hub wrote it, or its secret is not configured"
                            + " (JACKSTAFF_AUDIT_SECRET); it is not sealed.",
                    Long.toString(entry.entry().id()));
        }
        return isAuthentic;
    }

    private List<Seal> chain(@Nullable Seal head, List<StoredEntry> entries, AuditKey key) {
        Instant now = clock.instant();
        List<Seal> seals = new ArrayList<>(entries.size());
        long sequence = head == null ? 0 : head.sequence();
        String previous = head == null ? Seal.BEGINNING : head.hash();
        for (StoredEntry stored : entries) {
            sequence++;
            long id = stored.entry().id();
            String digest = stored.mac() == null ? stored.digest(key) : stored.mac();
            String hash = key.sign(Seal.textOf(sequence, id, digest, previous, now));
            seals.add(new Seal(sequence, id, digest, previous, hash, key.id(), now));
            previous = hash;
        }
        return seals;
    }

    /** Reports that the end of the chain is gone. It never shrinks, but when a backup of the database is restored. */
    private void reportLoss(@Nullable Seal head) {
        Seal known = lastSeen;
        if (known != null && (head == null || head.sequence() < known.sequence())) {
            LOG.log(
                    Level.SEVERE,
                    "The end of the audit trail is gone: it reached {0} with the hash {1}. Was a backup restored?",
                    new Object[] {Long.toString(known.sequence()), known.hash()});
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        connection.createStatement().execute(PREPARE);
        try (ResultSet row = connection.createStatement().executeQuery(LOCK)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static boolean isSigned(Connection connection, long entry) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IS_SIGNED)) {
            query.setLong(1, entry);
            try (ResultSet row = query.executeQuery()) {
                return !row.next() || row.getBoolean(1);
            }
        }
    }

    private static List<StoredEntry> unsealed(Connection connection, long after, boolean isUnsigned)
            throws SQLException {
        List<StoredEntry> entries = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(UNSEALED)) {
            query.setLong(1, after);
            query.setBoolean(2, isUnsigned);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    entries.add(StoredEntry.read(row, 0));
                }
            }
        }
        return entries;
    }
}
