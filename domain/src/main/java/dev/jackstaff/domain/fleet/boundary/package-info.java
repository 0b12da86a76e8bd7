/** The use cases of the fleet: edges tell of themselves, people read it. */
@NullMarked
package dev.jackstaff.domain.fleet.boundary;

import org.jspecify.annotations.NullMarked;
