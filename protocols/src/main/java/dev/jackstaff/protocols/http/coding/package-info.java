/** The content codings of bodies: requests are decoded, responses compressed. Knows no protocol. */
@NullMarked
package dev.jackstaff.protocols.http.coding;

import org.jspecify.annotations.NullMarked;
