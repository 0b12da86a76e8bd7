package dev.jackstaff.domain.segment.control;

import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.entity.Segment;

/** Event: a segment is about to be deleted. Observers refuse by throwing a conflict. */
public record SegmentDeletion(Project project, Segment segment) {}
