/** The reading of PEM files. Knows nothing of their use. */
@NullMarked
package dev.jackstaff.edge.pem;

import org.jspecify.annotations.NullMarked;
