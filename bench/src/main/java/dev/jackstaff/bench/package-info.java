/** Benchmarks of the engine. */
@NullMarked
package dev.jackstaff.bench;

import org.jspecify.annotations.NullMarked;
