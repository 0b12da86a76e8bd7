/** The background work of the fleet: it hands the edges' status reports to the use cases. */
@NullMarked
package dev.jackstaff.domain.fleet.background;

import org.jspecify.annotations.NullMarked;
