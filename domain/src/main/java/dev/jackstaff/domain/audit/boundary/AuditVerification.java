package dev.jackstaff.domain.audit.boundary;

import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditAccess;
import dev.jackstaff.domain.audit.AuditAnchor;
import dev.jackstaff.domain.audit.ChainReport;
import dev.jackstaff.domain.audit.control.AnchorFile;
import dev.jackstaff.domain.audit.control.AuditChain;
import dev.jackstaff.domain.audit.control.ChainReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** The use case of verifying the audit trail. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
@RequiresPermission({})
public class AuditVerification {
    @Inject
    CurrentActor currentActor;

    @Inject
    AuditAccess access;

    @Inject
    ChainReader reader;

    @Inject
    AuditChain chain;

    @Inject
    AnchorFile anchors;

    /**
     * Verifies the whole chain; also that it holds what this hub has seen, and what its file of anchors says.
     *
     * @param known links that the caller knows from elsewhere
     */
    public ChainReport verify(List<AuditAnchor> known) {
        access.requireAll(currentActor.actor());
        List<AuditAnchor> all = new ArrayList<>(known);
        chain.lastSeen().map(AuditAnchor::of).ifPresent(all::add);
        all.addAll(anchors.read());
        return reader.verify(all);
    }
}
