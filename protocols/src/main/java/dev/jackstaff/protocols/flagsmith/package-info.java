/** Flagsmith's environment document, its reader and its writer. Knows nothing of compilation or export. */
@NullMarked
package dev.jackstaff.protocols.flagsmith;

import org.jspecify.annotations.NullMarked;
