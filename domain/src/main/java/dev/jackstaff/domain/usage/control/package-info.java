/** How usage gets into the database, and out of it again. */
@NullMarked
package dev.jackstaff.domain.usage.control;

import org.jspecify.annotations.NullMarked;
