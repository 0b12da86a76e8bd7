/** The factory of the edge's own threads. */
@NullMarked
package dev.jackstaff.edge.thread;

import org.jspecify.annotations.NullMarked;
