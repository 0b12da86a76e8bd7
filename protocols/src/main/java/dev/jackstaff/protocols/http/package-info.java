/**
 * The HTTP support that all protocols share: callers, presented keys, bodies and their limits, responses. Knows no
 * protocol.
 */
@NullMarked
package dev.jackstaff.protocols.http;

import org.jspecify.annotations.NullMarked;
