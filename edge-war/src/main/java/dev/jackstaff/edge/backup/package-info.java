/**
 * The backup of the last good snapshots, on disk or in Redis, from which an edge starts while everything else is down.
 */
@NullMarked
package dev.jackstaff.edge.backup;

import org.jspecify.annotations.NullMarked;
