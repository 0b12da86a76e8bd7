/** The use cases of the list of flags. */
@NullMarked
package dev.jackstaff.domain.listing.boundary;

import org.jspecify.annotations.NullMarked;
