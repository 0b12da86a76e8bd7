/** Snapshots from a Flagsmith API, by its environment documents. Knows no other upstream. */
@NullMarked
package dev.jackstaff.edge.upstream.flagsmith;

import org.jspecify.annotations.NullMarked;
