package dev.jackstaff.domain.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param action what was done, such as {@code created}, {@code updated}, {@code toggled}
 * @param resource the kind of the changed resource, such as {@code flag}
 * @param project empty if it belongs to none
 * @param environment empty if it concerns all or none
 * @param before the resource before the change as JSON; none if it was created
 * @param after the resource after the change as JSON; none if it was deleted
 */
public record AuditEntryView(
        long id,
        Instant at,
        String actor,
        String actorKind,
        String action,
        String resource,
        String key,
        String project,
        String environment,
        @Nullable String before,
        @Nullable String after) {}
