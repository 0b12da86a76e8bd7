/** The decision by the roles of actors. */
@NullMarked
package dev.jackstaff.domain.permission.control;

import org.jspecify.annotations.NullMarked;
