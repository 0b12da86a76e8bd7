/** Certificates and keys as files have them. Knows nothing of what they are for. */
@NullMarked
package dev.jackstaff.edge.pem;

import org.jspecify.annotations.NullMarked;
