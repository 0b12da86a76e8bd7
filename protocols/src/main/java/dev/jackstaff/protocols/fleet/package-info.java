/** What edges say of themselves. Knows no protocol. */
@NullMarked
package dev.jackstaff.protocols.fleet;

import org.jspecify.annotations.NullMarked;
