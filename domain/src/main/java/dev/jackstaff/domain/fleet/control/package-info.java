/** How the statuses of edges get into the database, and what they mean together. */
@NullMarked
package dev.jackstaff.domain.fleet.control;

import org.jspecify.annotations.NullMarked;
