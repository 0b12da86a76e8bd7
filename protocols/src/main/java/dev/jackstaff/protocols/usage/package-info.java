/** What clients say, and what evaluations show, about which flags are used. Knows no protocol. */
@NullMarked
package dev.jackstaff.protocols.usage;

import org.jspecify.annotations.NullMarked;
