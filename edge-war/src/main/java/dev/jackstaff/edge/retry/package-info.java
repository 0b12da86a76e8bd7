/** Backoff and outage state for retries. */
@NullMarked
package dev.jackstaff.edge.retry;

import org.jspecify.annotations.NullMarked;
