/** Projects and their environments, by key. Knows flags and segments only by the events it fires. */
@NullMarked
package dev.jackstaff.domain.project;

import org.jspecify.annotations.NullMarked;
