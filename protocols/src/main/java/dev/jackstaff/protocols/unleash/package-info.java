/**
 * Unleash's features document, its reader and its writer. Knows nothing of its uses: the packages below convert it to
 * native definitions or compile it to flags.
 */
@NullMarked
package dev.jackstaff.protocols.unleash;

import org.jspecify.annotations.NullMarked;
