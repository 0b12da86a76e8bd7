/** The benchmarks of the engine against other engines, and the HTTP load test of an edge. */
@NullMarked
package dev.jackstaff.bench;

import org.jspecify.annotations.NullMarked;
