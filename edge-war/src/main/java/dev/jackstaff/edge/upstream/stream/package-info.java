/** Event streams, as the HTML Standard has them. It knows nothing of what the events say. */
@NullMarked
package dev.jackstaff.edge.upstream.stream;

import org.jspecify.annotations.NullMarked;
