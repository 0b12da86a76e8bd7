package dev.jackstaff.api.audit;

import dev.jackstaff.domain.audit.boundary.AuditEntryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some changes, latest first.
 *
 * @param next the {@code cursor} of the next page; null where there may be none
 */
public record AuditPage(List<AuditEntry> items, @Nullable String next) {
    public AuditPage {
        items = List.copyOf(items);
    }

    static AuditPage of(List<AuditEntryView> entries, int limit) {
        String next = entries.size() < limit
                ? null
                : Long.toString(entries.get(entries.size() - 1).id());
        return new AuditPage(entries.stream().map(AuditEntry::of).toList(), next);
    }
}
