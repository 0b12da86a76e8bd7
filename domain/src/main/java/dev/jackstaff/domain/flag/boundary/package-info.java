/** The use cases of flags, flag-wide and per environment. */
@NullMarked
package dev.jackstaff.domain.flag.boundary;

import org.jspecify.annotations.NullMarked;
