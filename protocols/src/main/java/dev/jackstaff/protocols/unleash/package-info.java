/**
 * Unleash: its features document, read as it is, and taken over into native definitions. The document knows nothing of the
 * conversion; the conversion knows nothing of where the document came from or where its result goes.
 */
@NullMarked
package dev.jackstaff.protocols.unleash;

import org.jspecify.annotations.NullMarked;
