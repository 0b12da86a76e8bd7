package dev.jackstaff.api.audit;

import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.engine.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param onBehalfOf for whom the actor did it; empty if for nobody else
 * @param channel by what the request came: page, api, command, import, protocol, schedule or system
 * @param address the IP address of the caller
 * @param group the same in all entries of one request, or of one change that no request made
 * @param requestId the same in all entries of one request
 * @param instructions those of the whole change, in its first entry; else null
 * @param before the resource before the change; null if it was created
 * @param after the resource after the change; null if it was deleted
 */
public record AuditEntryResponse(
        long id,
        String at,
        String actor,
        String actorKind,
        String action,
        String resource,
        String key,
        String project,
        String environment,
        @Nullable JsonText before,
        @Nullable JsonText after,
        String onBehalfOf,
        String channel,
        String address,
        String group,
        String requestId,
        String reason,
        String ticket,
        @Nullable JsonText instructions) {
    /** The response for an entry. */
    public static AuditEntryResponse of(AuditEntryView view) {
        return new AuditEntryResponse(
                view.id(),
                view.at().toString(),
                view.actor(),
                view.actorKind(),
                view.action(),
                view.resource(),
                view.key(),
                view.project(),
                view.environment(),
                json(view.before()),
                json(view.after()),
                view.onBehalfOf(),
                view.channel(),
                view.address(),
                view.groupId(),
                view.requestId(),
                view.reason(),
                view.ticket(),
                json(view.instructions()));
    }

    private static @Nullable JsonText json(@Nullable String text) {
        return text == null ? null : JsonText.parse(text);
    }
}
