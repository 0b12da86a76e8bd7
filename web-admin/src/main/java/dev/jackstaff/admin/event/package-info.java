/** The event stream that tells open pages of changes. */
@NullMarked
package dev.jackstaff.admin.event;

import org.jspecify.annotations.NullMarked;
