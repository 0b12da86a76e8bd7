/** The upstream that reads a flag file. Knows no other upstream. */
@NullMarked
package dev.jackstaff.edge.upstream.file;

import org.jspecify.annotations.NullMarked;
