package dev.jackstaff.api.audit;

import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.engine.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
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
        @Nullable JsonText after) {
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
                json(view.after()));
    }

    private static @Nullable JsonText json(@Nullable String text) {
        return text == null ? null : JsonText.parse(text);
    }
}
