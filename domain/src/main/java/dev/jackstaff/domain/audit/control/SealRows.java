package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.Seal;
import dev.jackstaff.domain.storage.NativeColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

/** The links of the chain in the database. */
final class SealRows {
    /** The columns that {@link #read} reads, of a table that is called {@code s}. */
    static final String COLUMNS = "s.sequence, s.entry_id, s.digest, s.previous, s.hash, s.key_id, s.sealed_at";

    /** The number of those columns. */
    static final int WIDTH = 7;

    private static final String HEAD = "select " + COLUMNS + " from audit_seal s order by s.sequence desc limit 1";
    private static final String INSERT = "insert into audit_seal"
            + " (sequence, entry_id, digest, previous, hash, key_id, sealed_at) values (?, ?, ?, ?, ?, ?, ?)";

    private SealRows() {}

    /** The last link; empty if there is none. */
    static Optional<Seal> head(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HEAD);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                NativeColumns.instant(row.getTimestamp(7)));
    }

    static void insert(Connection connection, List<Seal> seals) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Seal seal : seals) {
                insert.setLong(1, seal.sequence());
                insert.setLong(2, seal.entry());
                insert.setString(3, seal.digest());
                insert.setString(4, seal.previous());
                insert.setString(5, seal.hash());
                insert.setString(6, seal.key());
                insert.setTimestamp(7, Timestamp.from(seal.sealedAt()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
