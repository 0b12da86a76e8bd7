/** HTTP/1 requests, cut out of the bytes of a connection. Knows no server. */
@NullMarked
package dev.jackstaff.listener.framing;

import org.jspecify.annotations.NullMarked;
