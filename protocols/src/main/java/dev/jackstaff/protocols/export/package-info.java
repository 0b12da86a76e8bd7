/** The result of exporting a native flag to the document of a foreign system. Knows no such document. */
@NullMarked
package dev.jackstaff.protocols.export;

import org.jspecify.annotations.NullMarked;
