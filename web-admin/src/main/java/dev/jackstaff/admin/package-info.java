/** The hub's admin pages. Knows the domain by its boundaries only. */
@NullMarked
package dev.jackstaff.admin;

import org.jspecify.annotations.NullMarked;
