/** The history of environments over HTTP. */
@NullMarked
package dev.jackstaff.api.history;

import org.jspecify.annotations.NullMarked;
