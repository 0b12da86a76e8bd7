/** The flags that a flag needs, and those that need it: on its page, and in its draft. */
@NullMarked
package dev.jackstaff.admin.prerequisite;

import org.jspecify.annotations.NullMarked;
