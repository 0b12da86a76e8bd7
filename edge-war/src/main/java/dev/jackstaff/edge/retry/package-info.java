/** Trying again what failed: how long to wait before, and what is said of it. */
@NullMarked
package dev.jackstaff.edge.retry;

import org.jspecify.annotations.NullMarked;
