package dev.jackstaff.domain.audit.boundary;

import dev.jackstaff.domain.audit.control.AuditRetention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The use case of the hub itself: the beginning of the audit trail is removed when it is too old. */
@ApplicationScoped
@Transactional
public class AuditCleanup {
    @Inject
    AuditRetention retention;

    /** Removes expired entries. */
    public void removeExpired() {
        retention.removeExpired();
    }
}
