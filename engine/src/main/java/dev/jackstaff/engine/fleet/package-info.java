/** The status report of an edge to its hub, and its JSON document. Knows neither flags nor hosts. */
@NullMarked
package dev.jackstaff.engine.fleet;

import org.jspecify.annotations.NullMarked;
