/** The threads that the edge starts itself. */
@NullMarked
package dev.jackstaff.edge.thread;

import org.jspecify.annotations.NullMarked;
