/** What all protocols share of HTTP: who calls, where keys are, bodies and their limits, replies. Knows no protocol. */
@NullMarked
package dev.jackstaff.protocols.http;

import org.jspecify.annotations.NullMarked;
