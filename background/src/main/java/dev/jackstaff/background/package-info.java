/** Loops, threads and outages of background work. Knows no feature, neither hub nor edge. */
@NullMarked
package dev.jackstaff.background;

import org.jspecify.annotations.NullMarked;
