/** The list of flags as people look through it, as values. Knows flags, usage, changes and favourites; only reads. */
@NullMarked
package dev.jackstaff.domain.listing;

import org.jspecify.annotations.NullMarked;
