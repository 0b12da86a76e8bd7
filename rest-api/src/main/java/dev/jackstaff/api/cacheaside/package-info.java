/** The write API of the cache-aside service: flags by their names. */
@NullMarked
package dev.jackstaff.api.cacheaside;

import org.jspecify.annotations.NullMarked;
