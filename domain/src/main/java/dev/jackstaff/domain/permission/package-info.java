/** What somebody may be allowed to do, and where. Knows no other feature. */
@NullMarked
package dev.jackstaff.domain.permission;

import org.jspecify.annotations.NullMarked;
