/** The last good snapshots, on the edge's own disk or in a Redis: an edge starts and answers with everything else down. */
@NullMarked
package dev.jackstaff.edge.backup;

import org.jspecify.annotations.NullMarked;
