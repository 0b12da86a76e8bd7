/** The delays of retries. */
@NullMarked
package dev.jackstaff.edge.retry;

import org.jspecify.annotations.NullMarked;
