/** Segments: named conditions that a project's rules share. Knows flags only by the events it fires. */
@NullMarked
package dev.jackstaff.domain.segment;

import org.jspecify.annotations.NullMarked;
