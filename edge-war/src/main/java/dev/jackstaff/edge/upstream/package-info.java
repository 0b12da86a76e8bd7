/**
 * Where snapshots come from, and their way into service. One package below for each kind of upstream; none knows of another.
 */
@NullMarked
package dev.jackstaff.edge.upstream;

import org.jspecify.annotations.NullMarked;
