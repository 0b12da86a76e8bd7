/** A compiler of Unleash features documents to flags, by the client specification 6.1. Knows nothing of requests. */
@NullMarked
package dev.jackstaff.protocols.unleash.compiler;

import org.jspecify.annotations.NullMarked;
