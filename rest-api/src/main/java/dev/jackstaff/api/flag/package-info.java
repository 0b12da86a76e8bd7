/** Flags and their settings in each environment, over HTTP. */
@NullMarked
package dev.jackstaff.api.flag;

import org.jspecify.annotations.NullMarked;
