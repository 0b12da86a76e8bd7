/** The list of flags as files. Knows what the list shows; changes nothing. */
@NullMarked
package dev.jackstaff.admin.export;

import org.jspecify.annotations.NullMarked;
