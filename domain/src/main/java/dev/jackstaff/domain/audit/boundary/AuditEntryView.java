package dev.jackstaff.domain.audit.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param action what was done, as {@code created}, {@code updated}, {@code toggled}
 * @param resource to what kind of thing, as {@code flag}
 * @param project empty where it belongs to none
 * @param environment empty where it concerns all or none
 * @param before the thing as JSON; none where it was created
 * @param after the thing as JSON; none where it was deleted
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
