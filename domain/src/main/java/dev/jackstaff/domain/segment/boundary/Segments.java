package dev.jackstaff.domain.segment.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.control.SegmentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The use cases of a project's segments. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Segments {
    @Inject
    ProjectStore projects;

    @Inject
    SegmentStore segments;

    /** A project's segments, by key. */
    public List<SegmentView> list(ProjectKey projectKey) {
        return segments.all(projects.existing(projectKey)).stream()
                .map(SegmentView::of)
                .toList();
    }

    /** The segment of this key, or NotFound. */
    public SegmentView get(ProjectKey projectKey, SegmentKey key) {
        return SegmentView.of(segments.existing(projects.existing(projectKey), key));
    }
}
