/** The page that explains what the edge serves. Knows no protocol. */
@NullMarked
package dev.jackstaff.edge.docs;

import org.jspecify.annotations.NullMarked;
