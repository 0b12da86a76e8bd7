package dev.jackstaff.domain.segment.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.entity.Segment;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** The creation and change of segments. The caller holds the project's lock. */
@ApplicationScoped
public class SegmentEditor {
    @Inject
    SegmentStore segments;

    @Inject
    Clock clock;

    /** Creates a segment that matches everybody. */
    public Segment create(Project project, SegmentKey key, UUID id) {
        Segment segment = new Segment(id, project.id(), key, clock.instant());
        segments.add(segment);
        return segment;
    }

    /**
     * Updates a segment; its condition still has to be checked among the others.
     *
     * @return whether its condition differs
     */
    public boolean update(Segment segment, SegmentDetails details) {
        checkAlone(details).throwIfAny();
        return segment.update(details, clock.instant());
    }

    private static Violations checkAlone(SegmentDetails details) {
        Violations violations = new Violations();
        violations.checkNameAndDescription(details.name(), details.description());
        violations.checkStorableJson("condition", DefinitionWriter.condition(details.condition()));
        return violations;
    }

    /** Checks details of a segment, and puts it into the graph of the project's segments. */
    public static void check(SegmentKey segment, SegmentDetails details, SegmentGraph siblings) {
        String key = segment.value();
        Violations violations = checkAlone(details);
        siblings.put(key, details.condition());
        siblings.checkReferences("condition", details.condition(), violations);
        violations.throwIfAny();
        siblings.refuseCycle(key);
        siblings.checkCompiles(key, violations);
        violations.throwIfAny();
    }
}
