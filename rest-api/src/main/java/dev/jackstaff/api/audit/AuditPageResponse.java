package dev.jackstaff.api.audit;

import dev.jackstaff.api.http.Page;
import dev.jackstaff.domain.audit.AuditEntryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit trail, latest first.
 *
 * @param next the {@code cursor} of the next page, which may be empty; null if there is none
 */
public record AuditPageResponse(List<AuditEntryResponse> items, @Nullable String next) implements Page {
    public AuditPageResponse {
        items = List.copyOf(items);
    }

    static AuditPageResponse of(List<AuditEntryView> entries, int limit) {
        String next = entries.size() < limit
                ? null
                : Long.toString(entries.get(entries.size() - 1).id());
        return new AuditPageResponse(
                entries.stream().map(AuditEntryResponse::of).toList(), next);
    }
}
