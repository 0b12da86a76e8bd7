/** What people prefer, in the database. */
@NullMarked
package dev.jackstaff.domain.preference.control;

import org.jspecify.annotations.NullMarked;
