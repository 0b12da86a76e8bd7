/** What the user who asks prefers: favourites, saved views of lists of flags, settings. */
@NullMarked
package dev.jackstaff.api.preference;

import org.jspecify.annotations.NullMarked;
