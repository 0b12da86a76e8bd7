/**
 * A compiler of environment documents to the engine's flags. Comparisons follow Python's semantics: Flagsmith's own
 * engine, and with it the Edge Proxy, is written in it.
 */
@NullMarked
package dev.jackstaff.protocols.flagsmith.compiler;

import org.jspecify.annotations.NullMarked;
