package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.AuditText;
import dev.jackstaff.domain.storage.NativeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the database, with its signature.
 *
 * @param keyId the id of the key that it is signed with; null if it is not signed
 */
record StoredEntry(AuditEntryView entry, @Nullable String keyId, @Nullable String mac) {
    /** The columns that {@link #read} reads, of a table that is called {@code e}. */
    static final String COLUMNS =
            """
            e.id, e.at, e.actor, e.actor_kind, e.on_behalf_of, e.channel, e.address, e.request_id,
            coalesce(e.change_id, 0), e.action, e.resource, e.key, e.project, e.environment, e.reason, e.ticket,
            cast(e.instructions as text), cast(e.before as text), cast(e.after as text), e.key_id, e.mac
            """;

    /** The entry in a row whose columns begin after some others. */
    static StoredEntry read(ResultSet row, int offset) throws SQLException {
        int at = offset;
        AuditEntryView entry = new AuditEntryView(
                row.getLong(++at),
                NativeColumns.instant(row.getTimestamp(++at)),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getLong(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at));
        return new StoredEntry(entry, row.getString(++at), row.getString(++at));
    }

    boolean isSigned() {
        return mac != null;
    }

    /** The signature of what the entry says, by a key. */
    String digest(AuditKey key) {
        return key.sign(AuditText.of(entry));
    }

    /** Whether a hub wrote the entry as it is, as far as the keys tell. */
    boolean isAuthentic(AuditKeys keys) {
        return keyId != null
                && mac != null
                && keys.find(keyId).filter(key -> digest(key).equals(mac)).isPresent();
    }
}
