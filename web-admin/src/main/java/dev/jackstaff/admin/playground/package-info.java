/** The playground: what somebody would get, where, and why. Knows no other page. */
@NullMarked
package dev.jackstaff.admin.playground;

import org.jspecify.annotations.NullMarked;
