package dev.jackstaff.domain.audit.boundary;

import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditAccess;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditChange.Subject;
import dev.jackstaff.domain.audit.AuditExportFormat;
import dev.jackstaff.domain.audit.AuditFilter;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.audit.control.ChainReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Writer;

/** The use case of exporting the audit trail, in the order of the chain. */
@ApplicationScoped
@Transactional
@RequiresPermission({})
public class AuditExport {
    @Inject
    CurrentActor currentActor;

    @Inject
    AuditAccess access;

    @Inject
    AuditRecorder audit;

    @Inject
    ChainReader reader;

    /** Records that somebody begins an export, which is refused if they may not read all of the trail. */
    public void begin(AuditExportFormat format, long since) {
        access.requireAll(currentActor.actor());
        String details = new AuditJson()
                .text("format", format.label())
                .number("since", since)
                .toJson();
        audit.record(new AuditChange("exported", Subject.of(Subject.TRAIL, since), null, details));
    }

    /**
     * Writes the sealed entries behind a place in the chain, row by row. {@link #begin} has been called before.
     *
     * @param since the place of the last entry that the caller has; 0 for none
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void write(AuditExportFormat format, AuditFilter filter, long since, Writer out) throws IOException {
        access.requireAll(currentActor.actor());
        out.write(format.header());
        reader.read(filter, since, (entry, seal) -> out.write(format.line(entry, seal)));
        out.flush();
    }
}
