package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.control.AuditLog;
import dev.jackstaff.domain.audit.control.Change;
import dev.jackstaff.domain.change.boundary.ImportOutcome;
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

/** How an import's segments get into a project. */
@ApplicationScoped
public class SegmentImport {
    @Inject
    SegmentStore segments;

    @Inject
    SegmentEditor editor;

    @Inject
    AuditLog audit;

    /** Creates or updates them all. */
    public Map<SegmentKey, ImportOutcome> apply(Project project, List<NewSegment> batch, Reach reach) {
        List<Segment> siblings = segments.all(project);
        Map<SegmentKey, Segment> known = siblings.stream().collect(Collectors.toMap(Segment::key, Function.identity()));
        SegmentGraph graph = SegmentGraph.of(siblings);
        batch.forEach(
                segment -> graph.put(segment.key().value(), segment.details().condition()));
        Map<SegmentKey, ImportOutcome> outcomes = new LinkedHashMap<>();
        Gathering gathering = new Gathering();
        for (NewSegment segment : batch) {
            gathering.about("segments." + segment.key(), () -> {
                if (outcomes.put(segment.key(), apply(project, segment, known, graph)) != null) {
                    throw new DomainException.Invalid("key", "the segment is there twice");
                }
            });
        }
        gathering.refuse();
        if (outcomes.values().stream().anyMatch(outcome -> outcome != ImportOutcome.UNCHANGED)) {
            reach.all();
        }
        return outcomes;
    }

    private ImportOutcome apply(
            Project project, NewSegment imported, Map<SegmentKey, Segment> known, SegmentGraph graph) {
        Segment segment = known.get(imported.key());
        if (segment == null) {
            Segment created = editor.create(project, imported.key());
            editor.change(created, imported.details(), graph);
            audit.record(Change.created(created.subject(project.key()), created.facts()));
            return ImportOutcome.CREATED;
        }
        String before = segment.facts();
        editor.change(segment, imported.details(), graph);
        if (segment.facts().equals(before)) {
            return ImportOutcome.UNCHANGED;
        }
        audit.record(Change.updated(segment.subject(project.key()), before, segment.facts()));
        return ImportOutcome.UPDATED;
    }
}
