/**
 * The cache-aside flag service: flags with a mark that says whether the answer was cached, cache statistics, and cache
 * invalidation. Reads only; writing belongs to the hub. Knows the engine and the host's ports, and no other protocol.
 */
@NullMarked
package dev.jackstaff.protocols.cacheaside;

import org.jspecify.annotations.NullMarked;
