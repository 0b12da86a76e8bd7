package dev.jackstaff.domain.segment.boundary;

import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;

/** The data for creating a segment. */
public record NewSegment(SegmentKey key, SegmentDetails details) {}
