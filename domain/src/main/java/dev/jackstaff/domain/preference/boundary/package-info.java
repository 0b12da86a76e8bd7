/** The use cases of what the person who asks prefers. */
@NullMarked
package dev.jackstaff.domain.preference.boundary;

import org.jspecify.annotations.NullMarked;
