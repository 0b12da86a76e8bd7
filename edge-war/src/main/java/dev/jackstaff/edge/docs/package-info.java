/** The API documentation page of the edge. Knows no protocol. */
@NullMarked
package dev.jackstaff.edge.docs;

import org.jspecify.annotations.NullMarked;
