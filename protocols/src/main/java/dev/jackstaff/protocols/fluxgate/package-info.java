/**
 * FluxGate's edge: {@code /evaluate} in its current and its older request formats, and {@code /health}. Knows the
 * engine and the host's ports, and no other protocol.
 */
@NullMarked
package dev.jackstaff.protocols.fluxgate;

import org.jspecify.annotations.NullMarked;
