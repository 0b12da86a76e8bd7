/** The page that shows a flag in several environments side by side, and takes settings from one to another. */
@NullMarked
package dev.jackstaff.admin.compare;

import org.jspecify.annotations.NullMarked;
