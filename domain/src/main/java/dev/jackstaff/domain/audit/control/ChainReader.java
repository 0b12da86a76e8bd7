package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.AuditAnchor;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.AuditFilter;
import dev.jackstaff.domain.audit.ChainReport;
import dev.jackstaff.domain.audit.Seal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The reader that verifies the whole chain, row by row from a cursor, in one snapshot of the database. */
@ApplicationScoped
public class ChainReader {
    private static final int FETCH_SIZE = 2_000;
    private static final String LINKS = "select " + SealRows.COLUMNS + ", " + StoredEntry.COLUMNS
            + " from audit_seal s left join audit_entry e on e.id = s.entry_id order by s.sequence";
    private static final String UNSEALED = "select " + StoredEntry.COLUMNS + " from audit_entry e"
            + " where not exists (select 1 from audit_seal s where s.entry_id = e.id) order by e.id";

    private static final String SEALED = "select " + SealRows.COLUMNS + ", " + StoredEntry.COLUMNS
            + " from audit_seal s join audit_entry e on e.id = s.entry_id where %s order by s.sequence";

    @Resource(lookup = "jdbc/jackstaff")
    @SuppressWarnings("NullAway.Init")
    DataSource source;

    private final AuditKeys keys;

    @Inject
    public ChainReader(AuditKeys keys) {
        this.keys = keys;
    }

    /** For the container, which calls no method of what it makes by this. */
    @SuppressWarnings("NullAway")
    protected ChainReader() {
        this(null);
    }

    /** Verifies the chain, and that it holds links that are known from elsewhere. Not within a transaction. */
    public ChainReport verify(Collection<AuditAnchor> known) {
        ChainCheck check = new ChainCheck(keys, known);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                connection.createStatement().execute("set transaction isolation level repeatable read, read only");
                if (readLinks(connection, check) && readUnsealed(connection, check)) {
                    check.acceptEnd();
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit trail cannot be read: " + failed.getMessage(), failed);
        }
        return check.report();
    }

    /** A receiver of entries, each with its link. */
    @FunctionalInterface
    public interface SealedEntries {
        void accept(AuditEntryView entry, Seal seal) throws IOException;
    }

    /** Reads the sealed entries behind a place in the chain, in its order. Not within a transaction. */
    public void read(AuditFilter filter, long since, SealedEntries receiver) throws IOException {
        AuditCondition condition = AuditCondition.of(filter).add("s.sequence > ?", since);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(SEALED.formatted(condition.text()))) {
                query.setFetchSize(FETCH_SIZE);
                int position = 0;
                for (Object parameter : condition.parameters()) {
                    query.setObject(++position, parameter);
                }
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        receiver.accept(StoredEntry.read(row, SealRows.WIDTH).entry(), SealRows.read(row));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit trail cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static boolean readLinks(Connection connection, ChainCheck check) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LINKS)) {
            query.setFetchSize(FETCH_SIZE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Seal seal = SealRows.read(row);
                    if (!check.accept(seal, entry(row))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static @Nullable StoredEntry entry(ResultSet row) throws SQLException {
        row.getLong(SealRows.WIDTH + 1);
        return row.wasNull() ? null : StoredEntry.read(row, SealRows.WIDTH);
    }

    private static boolean readUnsealed(Connection connection, ChainCheck check) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(UNSEALED)) {
            query.setFetchSize(FETCH_SIZE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (!check.acceptUnsealed(StoredEntry.read(row, 0))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
