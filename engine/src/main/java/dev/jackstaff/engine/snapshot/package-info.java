/**
 * The native rule document: everything an edge needs for one environment at one revision. The same bytes travel in the
 * grid, on the wire and on disk. Definitions are data; {@link dev.jackstaff.engine.snapshot.SnapshotCompiler} makes them
 * answer.
 */
@NullMarked
package dev.jackstaff.engine.snapshot;

import org.jspecify.annotations.NullMarked;
