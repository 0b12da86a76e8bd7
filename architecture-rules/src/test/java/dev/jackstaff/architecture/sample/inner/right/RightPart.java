package dev.jackstaff.architecture.sample.inner.right;

import dev.jackstaff.architecture.sample.inner.left.LeftPart;
import java.util.List;

/** The other half. */
public record RightPart(List<LeftPart> lefts) {}
