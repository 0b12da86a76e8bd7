/** Changes by instructions over HTTP. */
@NullMarked
package dev.jackstaff.api.change;

import org.jspecify.annotations.NullMarked;
