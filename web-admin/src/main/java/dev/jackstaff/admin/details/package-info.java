/** The pages about what all environments share of a flag: its settings and its variants. Knows the frame of flag pages. */
@NullMarked
package dev.jackstaff.admin.details;

import org.jspecify.annotations.NullMarked;
