/** The upstream that polls environment documents of a Flagsmith API. Knows no other upstream. */
@NullMarked
package dev.jackstaff.edge.upstream.flagsmith;

import org.jspecify.annotations.NullMarked;
