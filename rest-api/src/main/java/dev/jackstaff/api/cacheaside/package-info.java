/** The cache-aside service's writing, which belongs to the hub: flags by their names. */
@NullMarked
package dev.jackstaff.api.cacheaside;

import org.jspecify.annotations.NullMarked;
