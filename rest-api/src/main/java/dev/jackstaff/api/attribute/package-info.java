/** The attributes that a project knows, over HTTP. */
@NullMarked
package dev.jackstaff.api.attribute;

import org.jspecify.annotations.NullMarked;
