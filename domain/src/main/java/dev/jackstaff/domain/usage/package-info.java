/** Usage: how often flags were evaluated. */
@NullMarked
package dev.jackstaff.domain.usage;

import org.jspecify.annotations.NullMarked;
