/** What became of a native flag in the document of another system. Knows no such document. */
@NullMarked
package dev.jackstaff.protocols.export;

import org.jspecify.annotations.NullMarked;
