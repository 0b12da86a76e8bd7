package dev.jackstaff.domain.audit;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequestOrigin;

/**
 * The author of a change, as the audit trail names it.
 *
 * @param onBehalfOf for whom the actor does it; empty if for nobody else
 */
public record AuditAuthor(Actor actor, String onBehalfOf, RequestOrigin origin) {
    /** The hub itself. */
    public static final AuditAuthor SYSTEM = new AuditAuthor(Actor.SYSTEM, "", RequestOrigin.SYSTEM);

    /** The author of what the current request does. */
    public static AuditAuthor of(CurrentActor current) {
        return new AuditAuthor(current.actor(), "", current.origin());
    }

    /** The hub, when it does what somebody has arranged. */
    public static AuditAuthor scheduledBy(String name) {
        return new AuditAuthor(Actor.SYSTEM, name, RequestOrigin.SCHEDULE);
    }
}
