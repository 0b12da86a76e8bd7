/** Usage over HTTP: read by people, told by edges; and what this hub itself evaluates. */
@NullMarked
package dev.jackstaff.api.usage;

import org.jspecify.annotations.NullMarked;
