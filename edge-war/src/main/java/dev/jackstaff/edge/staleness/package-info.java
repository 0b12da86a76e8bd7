/** The age of snapshots: its header, and the policy for stale ones. */
@NullMarked
package dev.jackstaff.edge.staleness;

import org.jspecify.annotations.NullMarked;
