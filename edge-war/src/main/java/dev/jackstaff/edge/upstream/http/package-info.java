/** Snapshots from a hub, or from another edge, over HTTP. Knows nothing of the other kinds of upstream. */
@NullMarked
package dev.jackstaff.edge.upstream.http;

import org.jspecify.annotations.NullMarked;
