/** The edge's HTTPS listener with reloadable certificates. Knows no protocol and no upstream. */
@NullMarked
package dev.jackstaff.edge.tls;

import org.jspecify.annotations.NullMarked;
