/** What people prefer, as values. Knows flags and projects by their keys. */
@NullMarked
package dev.jackstaff.domain.preference;

import org.jspecify.annotations.NullMarked;
