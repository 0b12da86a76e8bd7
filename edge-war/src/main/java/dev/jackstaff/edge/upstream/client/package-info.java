/** Requests to an upstream, whatever its kind: bounded in time and size, with keys that stay within its origin; event streams. */
@NullMarked
package dev.jackstaff.edge.upstream.client;

import org.jspecify.annotations.NullMarked;
