/** The Prometheus metrics of the edge. Knows the other packages; none knows it. */
@NullMarked
package dev.jackstaff.edge.metrics;

import org.jspecify.annotations.NullMarked;
