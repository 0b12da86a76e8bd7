/** The status reports of edges. Knows no protocol. */
@NullMarked
package dev.jackstaff.protocols.fleet;

import org.jspecify.annotations.NullMarked;
