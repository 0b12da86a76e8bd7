/**
 * Flagsmith: its environment document, read and written as it is. The document knows nothing of how it is compiled, nor of
 * what is written as one.
 */
@NullMarked
package dev.jackstaff.protocols.flagsmith;

import org.jspecify.annotations.NullMarked;
