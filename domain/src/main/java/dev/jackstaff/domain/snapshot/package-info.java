/** The snapshots that edges receive: built from PostgreSQL, put into the grid. No other feature of the domain knows it. */
@NullMarked
package dev.jackstaff.domain.snapshot;

import org.jspecify.annotations.NullMarked;
