/** The upstream over HTTP: a hub or another edge. Knows no other upstream. */
@NullMarked
package dev.jackstaff.edge.upstream.http;

import org.jspecify.annotations.NullMarked;
