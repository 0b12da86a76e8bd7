package dev.jackstaff.architecture.sample.inner.left;

import dev.jackstaff.architecture.sample.inner.right.RightPart;

/** One half of a cycle two packages deep. */
public record LeftPart(RightPart right) {}
