/** The end of an edge that is told to stop: nobody is cut off. Knows no protocol. */
@NullMarked
package dev.jackstaff.edge.drain;

import org.jspecify.annotations.NullMarked;
