/**
 * OpenFeature's Remote Evaluation Protocol, version 0.3: single and bulk evaluation. Its documents satisfy all published
 * providers at once. Knows the engine and the host's ports, and no other protocol.
 */
@NullMarked
package dev.jackstaff.protocols.ofrep;

import org.jspecify.annotations.NullMarked;
