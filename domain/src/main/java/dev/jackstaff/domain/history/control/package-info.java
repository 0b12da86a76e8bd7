/** The history in the database. */
@NullMarked
package dev.jackstaff.domain.history.control;

import org.jspecify.annotations.NullMarked;
