/** Snapshots from a file: an edge without any upstream. Knows no other upstream. */
@NullMarked
package dev.jackstaff.edge.upstream.file;

import org.jspecify.annotations.NullMarked;
