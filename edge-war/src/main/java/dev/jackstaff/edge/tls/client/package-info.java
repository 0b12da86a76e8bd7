/** The TLS of the connections that the edge opens, from files. Knows no protocol. */
@NullMarked
package dev.jackstaff.edge.tls.client;

import org.jspecify.annotations.NullMarked;
