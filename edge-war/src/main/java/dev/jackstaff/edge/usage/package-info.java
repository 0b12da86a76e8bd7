/**
 * The forwarding of usage: batches, a queue on disk, and a sender for each kind of upstream. Knows the data grid only
 * through {@code GridMaps}.
 */
@NullMarked
package dev.jackstaff.edge.usage;

import org.jspecify.annotations.NullMarked;
