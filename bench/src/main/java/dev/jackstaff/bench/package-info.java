/** The benchmarks of the engine against other engines, and the HTTP load tests of an edge and of a hub. */
@NullMarked
package dev.jackstaff.bench;

import org.jspecify.annotations.NullMarked;
