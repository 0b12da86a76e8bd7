/** The hub's management API. Knows the domain by its boundaries only. */
@NullMarked
package dev.jackstaff.api;

import org.jspecify.annotations.NullMarked;
