/**
 * A native environment written as a Flagsmith environment document, with what could not be said in it. It knows nothing of
 * where the environment came from or who reads the document.
 */
@NullMarked
package dev.jackstaff.protocols.flagsmith.export;

import org.jspecify.annotations.NullMarked;
