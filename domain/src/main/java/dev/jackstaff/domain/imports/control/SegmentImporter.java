package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import dev.jackstaff.domain.segment.control.SegmentEditor;
import dev.jackstaff.domain.segment.control.SegmentGraph;
import dev.jackstaff.domain.segment.control.SegmentStore;
import dev.jackstaff.domain.segment.entity.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The importer of segments. */
@ApplicationScoped
public class SegmentImporter {
    @Inject
    SegmentStore segments;

    @Inject
    SegmentEditor editor;

    @Inject
    AuditRecorder audit;

    /** Creates or updates the whole batch. */
    public Map<SegmentKey, ImportOutcome> apply(Project project, List<NewSegment> batch, ChangeScope scope) {
        List<Segment> siblings = segments.all(project);
        Map<SegmentKey, Segment> existing =
                siblings.stream().collect(Collectors.toMap(Segment::key, Function.identity()));
        SegmentGraph graph = SegmentGraph.of(siblings);
        batch.forEach(
                segment -> graph.put(segment.key().value(), segment.details().condition()));
        Map<SegmentKey, ImportOutcome> outcomes = new LinkedHashMap<>();
        ViolationCollector violations = new ViolationCollector();
        for (NewSegment segment : batch) {
            violations.collect("segments." + segment.key(), () -> {
                if (outcomes.put(segment.key(), apply(project, segment, existing, graph)) != null) {
                    throw new DomainException.Invalid("key", "the segment is listed twice");
                }
            });
        }
        violations.throwIfAny();
        if (outcomes.values().stream().anyMatch(outcome -> outcome != ImportOutcome.UNCHANGED)) {
            scope.addProject();
        }
        return outcomes;
    }

    private ImportOutcome apply(
            Project project, NewSegment imported, Map<SegmentKey, Segment> existing, SegmentGraph graph) {
        Segment segment = existing.get(imported.key());
        if (segment == null) {
            Segment created = editor.create(project, imported.key());
            editor.update(created, imported.details(), graph);
            audit.record(AuditChange.created(created.subject(project.key()), created.auditJson()));
            return ImportOutcome.CREATED;
        }
        String before = segment.auditJson();
        editor.update(segment, imported.details(), graph);
        if (segment.auditJson().equals(before)) {
            return ImportOutcome.UNCHANGED;
        }
        audit.record(AuditChange.updated(segment.subject(project.key()), before, segment.auditJson()));
        return ImportOutcome.UPDATED;
    }
}
