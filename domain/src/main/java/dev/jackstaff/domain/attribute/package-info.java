/** Attributes of evaluation contexts that a project knows, for people who write rules. Knows neither flags nor segments. */
@NullMarked
package dev.jackstaff.domain.attribute;

import org.jspecify.annotations.NullMarked;
