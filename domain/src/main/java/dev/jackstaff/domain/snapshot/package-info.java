/** What edges receive: built from PostgreSQL, put into the grid. Nobody in the domain knows it. */
@NullMarked
package dev.jackstaff.domain.snapshot;

import org.jspecify.annotations.NullMarked;
