package dev.jackstaff.domain.segment.boundary;

import dev.jackstaff.domain.segment.SegmentKey;

/** A segment to be. */
public record NewSegment(SegmentKey key, SegmentDetails details) {}
