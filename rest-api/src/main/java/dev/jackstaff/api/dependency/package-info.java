/** What needs what: flags, segments and environments. */
@NullMarked
package dev.jackstaff.api.dependency;

import org.jspecify.annotations.NullMarked;
