/** Projects and their environments over HTTP. */
@NullMarked
package dev.jackstaff.api.project;

import org.jspecify.annotations.NullMarked;
