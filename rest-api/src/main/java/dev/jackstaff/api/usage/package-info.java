/** Usage over HTTP: read by people, reported by edges; and this hub's own evaluations. */
@NullMarked
package dev.jackstaff.api.usage;

import org.jspecify.annotations.NullMarked;
