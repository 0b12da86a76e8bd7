/** The storage of edge statuses, and the alarms computed from them. */
@NullMarked
package dev.jackstaff.domain.fleet.control;

import org.jspecify.annotations.NullMarked;
