/** How old the answers may be, said with each of them; and what happens to those that are too old. */
@NullMarked
package dev.jackstaff.edge.staleness;

import org.jspecify.annotations.NullMarked;
