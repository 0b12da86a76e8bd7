/** Segments over HTTP. */
@NullMarked
package dev.jackstaff.api.segment;

import org.jspecify.annotations.NullMarked;
