package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import dev.jackstaff.domain.segment.control.SegmentEditor;
import dev.jackstaff.domain.segment.entity.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The importer of segments. */
@ApplicationScoped
public class SegmentImporter {
    @Inject
    SegmentEditor editor;

    @Inject
    AuditRecorder audit;

    /** The plan for a batch; nothing is changed yet. */
    public SegmentPlan plan(ImportTarget target, List<NewSegment> batch) {
        return new SegmentPlan(target, batch);
    }

    /** Creates or updates the planned segments, and returns the result of each imported one in the order of the batch. */
    public Map<SegmentKey, ImportResult> apply(
            ImportTarget target, SegmentPlan plan, List<NewSegment> batch, ChangeScope scope) {
        Map<SegmentKey, ImportResult> results = new LinkedHashMap<>();
        for (NewSegment imported : batch) {
            SegmentKey key = imported.key();
            NewSegment planned = plan.planned(key);
            if (planned == null) {
                results.put(key, plan.refusal(key));
            } else {
                ImportOutcome outcome = save(target, planned);
                results.put(key, new ImportResult(outcome, plan.notes(key)));
                if (outcome != ImportOutcome.UNCHANGED) {
                    scope.addProject();
                }
            }
        }
        return results;
    }

    private ImportOutcome save(ImportTarget target, NewSegment planned) {
        Project project = target.project();
        Segment segment = target.segments().get(planned.key().value());
        if (segment == null) {
            Segment created = editor.create(project, planned.key());
            editor.store(created, planned.details());
            audit.record(AuditChange.created(created.subject(project.key()), created.auditJson()));
            return ImportOutcome.CREATED;
        }
        String before = segment.auditJson();
        editor.store(segment, planned.details());
        if (segment.auditJson().equals(before)) {
            return ImportOutcome.UNCHANGED;
        }
        audit.record(AuditChange.updated(segment.subject(project.key()), before, segment.auditJson()));
        return ImportOutcome.UPDATED;
    }
}
