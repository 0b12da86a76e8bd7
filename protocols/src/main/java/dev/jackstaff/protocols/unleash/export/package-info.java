/**
 * A native environment written as an Unleash features document, with what could not be said in it. It knows nothing of where
 * the environment came from or who reads the document.
 */
@NullMarked
package dev.jackstaff.protocols.unleash.export;

import org.jspecify.annotations.NullMarked;
