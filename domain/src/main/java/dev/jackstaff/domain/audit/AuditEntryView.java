package dev.jackstaff.domain.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param actorKind {@code user}, {@code key} or {@code system}
 * @param onBehalfOf for whom the actor did it; empty if for nobody else
 * @param channel by what the request came, such as {@code page} or {@code api}; empty in entries from before this was
 *     recorded
 * @param address the IP address of the caller; empty if there was no request
 * @param requestId the same in all entries of one request; empty if there was none
 * @param changeId the same in all entries of one transaction; 0 in entries from before this was recorded
 * @param action what was done, such as {@code created}, {@code updated}, {@code toggled}
 * @param resource the kind of the changed resource, such as {@code flag}
 * @param project empty if it belongs to none
 * @param environment empty if it concerns all or none
 * @param reason why, for people; empty if nobody said it
 * @param ticket what asked for it, in another system; empty for none
 * @param instructions of the whole change as a JSON array, in its first entry; else none
 * @param before the resource before the change as JSON; none if it was created
 * @param after the resource after the change as JSON; none if it was deleted
 */
public record AuditEntryView(
        long id,
        Instant at,
        String actor,
        String actorKind,
        String onBehalfOf,
        String channel,
        String address,
        String requestId,
        long changeId,
        String action,
        String resource,
        String key,
        String project,
        String environment,
        String reason,
        String ticket,
        @Nullable String instructions,
        @Nullable String before,
        @Nullable String after) {
    /** What all entries of one request, or of one change that no request made, have in common; empty for old entries. */
    public String groupId() {
        if (!requestId.isEmpty()) {
            return requestId;
        }
        return changeId == 0 ? "" : "change-" + changeId;
    }

    /** This entry for somebody who may not know where callers are. */
    public AuditEntryView withoutAddress() {
        return new AuditEntryView(
                id,
                at,
                actor,
                actorKind,
                onBehalfOf,
                channel,
                "",
                requestId,
                changeId,
                action,
                resource,
                key,
                project,
                environment,
                reason,
                ticket,
                instructions,
                before,
                after);
    }
}
