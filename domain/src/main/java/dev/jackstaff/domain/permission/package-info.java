/** What somebody may be allowed to do, and who decides it. */
@NullMarked
package dev.jackstaff.domain.permission;

import org.jspecify.annotations.NullMarked;
