/** The reading of PEM files, and keys with their certificates. Knows nothing of their use. */
@NullMarked
package dev.jackstaff.edge.pem;

import org.jspecify.annotations.NullMarked;
