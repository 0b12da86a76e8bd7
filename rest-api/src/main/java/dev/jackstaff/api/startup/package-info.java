/** The start of the API, which waits for that of the hub. Knows what has to be loaded, and no resource. */
@NullMarked
package dev.jackstaff.api.startup;

import org.jspecify.annotations.NullMarked;
