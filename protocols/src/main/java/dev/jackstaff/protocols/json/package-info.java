/** The reading and writing of JSON that all protocols share. Knows no protocol. */
@NullMarked
package dev.jackstaff.protocols.json;

import org.jspecify.annotations.NullMarked;
