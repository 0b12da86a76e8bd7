/** The pages about what was changed: of a flag, and of a project. Knows the frame of flag pages. */
@NullMarked
package dev.jackstaff.admin.history;

import org.jspecify.annotations.NullMarked;
