/** The usage of flags, as clients report it and as evaluations show it. Knows no protocol. */
@NullMarked
package dev.jackstaff.protocols.usage;

import org.jspecify.annotations.NullMarked;
