package dev.jackstaff.domain.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail are meant: those that meet all of the criteria. An empty text is no criterion.
 *
 * @param resource the kind of the changed resource, such as {@code flag}
 * @param key of the changed resource
 * @param flag the key of a flag, whose settings in environments are meant too
 * @param group what the entries of one request have in common
 * @param text a part of the actor, key, reason, ticket, or of what was before or after; upper and lower case are alike
 * @param from the earliest time; null for any
 * @param to the time before which; null for any
 */
public record AuditFilter(
        String actor,
        String action,
        String resource,
        String key,
        String flag,
        String project,
        String environment,
        String group,
        String text,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final AuditFilter ALL = new AuditFilter("", "", "", "", "", "", "", "", "", null, null);

    /** This filter, for a project. */
    public AuditFilter withProject(String another) {
        return new AuditFilter(actor, action, resource, key, flag, another, environment, group, text, from, to);
    }
}
