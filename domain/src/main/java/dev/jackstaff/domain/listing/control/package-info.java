/** The statements of the list of flags. */
@NullMarked
package dev.jackstaff.domain.listing.control;

import org.jspecify.annotations.NullMarked;
