/** What an edge says of itself to its hub: the status and its document. Knows neither flags nor hosts. */
@NullMarked
package dev.jackstaff.engine.fleet;

import org.jspecify.annotations.NullMarked;
