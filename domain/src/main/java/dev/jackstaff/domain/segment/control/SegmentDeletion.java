package dev.jackstaff.domain.segment.control;

import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.entity.Segment;

/** A segment is about to be deleted. An event; whoever uses it objects by throwing a conflict. */
public record SegmentDeletion(Project project, Segment segment) {}
