/** Code that asks for a flag, for each SDK. */
@NullMarked
package dev.jackstaff.admin.code;

import org.jspecify.annotations.NullMarked;
