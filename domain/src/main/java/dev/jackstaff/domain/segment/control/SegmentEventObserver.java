package dev.jackstaff.domain.segment.control;

import dev.jackstaff.domain.project.control.ProjectDeletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** The observer of deletions on behalf of segments. */
@ApplicationScoped
public class SegmentEventObserver {
    @Inject
    SegmentStore segments;

    void addLosses(@Observes ProjectDeletion deletion) {
        deletion.losses().add(segments.all(deletion.project()).size(), "segment", "segments");
    }
}
