/** What the edge asks of the server that it runs in, where Jakarta EE has no words for it. Knows nothing of the edge. */
@NullMarked
package dev.jackstaff.edge.server;

import org.jspecify.annotations.NullMarked;
