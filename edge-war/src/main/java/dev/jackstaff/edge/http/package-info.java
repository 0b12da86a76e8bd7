/** The edge's JAX-RS application, servlet routes, filters and exception mapper. */
@NullMarked
package dev.jackstaff.edge.http;

import org.jspecify.annotations.NullMarked;
