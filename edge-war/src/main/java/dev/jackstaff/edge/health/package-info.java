/** Whether the edge lives, and whether it can answer. */
@NullMarked
package dev.jackstaff.edge.health;

import org.jspecify.annotations.NullMarked;
