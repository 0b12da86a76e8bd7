/**
 * The upstream that follows an Unleash server, an Unleash Edge or a Jackstaff edge that acts as one. Knows no other
 * upstream.
 */
@NullMarked
package dev.jackstaff.edge.upstream.unleash;

import org.jspecify.annotations.NullMarked;
