/** The edge's own HTTPS, with certificates that are read anew when they are replaced. Knows no protocol and no upstream. */
@NullMarked
package dev.jackstaff.edge.tls;

import org.jspecify.annotations.NullMarked;
