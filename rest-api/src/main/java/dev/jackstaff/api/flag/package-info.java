/** Flags and what each environment decides about them, over HTTP. */
@NullMarked
package dev.jackstaff.api.flag;

import org.jspecify.annotations.NullMarked;
