/**
 * What was counted, on its way to where it is kept: made into batches, held on disk until it was taken, and sent by whatever way
 * this edge has upstream. Knows the data grid by the port of its upstream alone.
 */
@NullMarked
package dev.jackstaff.edge.usage;

import org.jspecify.annotations.NullMarked;
