/** The use cases of the fleet: edges report their status, people read it. */
@NullMarked
package dev.jackstaff.domain.fleet.boundary;

import org.jspecify.annotations.NullMarked;
