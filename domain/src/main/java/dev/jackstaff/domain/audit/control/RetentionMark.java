package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditChange.Subject;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.audit.Seal;

/** The entry that says that the beginning of the chain was removed, and which link was the last of it. */
final class RetentionMark {
    private static final String ACTION = "shortened";

    private RetentionMark() {}

    /** The entry that announces the removal of all up to a link. */
    static AuditChange announcing(Seal last) {
        return new AuditChange(
                ACTION, Subject.of(Subject.TRAIL, last.sequence()), null, json(last.sequence(), last.hash()));
    }

    /** Whether an entry announced the removal of all up to a link with that hash. */
    static boolean announces(AuditEntryView entry, long sequence, String hash) {
        return entry.resource().equals(Subject.TRAIL)
                && entry.action().equals(ACTION)
                && json(sequence, hash).equals(entry.after());
    }

    private static String json(long sequence, String hash) {
        return new AuditJson().number("through", sequence).text("hash", hash).toJson();
    }
}
