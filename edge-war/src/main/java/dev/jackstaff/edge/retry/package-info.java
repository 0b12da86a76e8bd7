/** The delays of retries and repetitions. */
@NullMarked
package dev.jackstaff.edge.retry;

import org.jspecify.annotations.NullMarked;
