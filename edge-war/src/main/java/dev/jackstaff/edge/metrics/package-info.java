/** What the edge does, for Prometheus. Knows the others; nobody knows it. */
@NullMarked
package dev.jackstaff.edge.metrics;

import org.jspecify.annotations.NullMarked;
