/**
 * An Unleash features document taken over into native definitions, with what was changed and lost on the way. It knows nothing
 * of where the document came from or where its result goes.
 */
@NullMarked
package dev.jackstaff.protocols.unleash.conversion;

import org.jspecify.annotations.NullMarked;
