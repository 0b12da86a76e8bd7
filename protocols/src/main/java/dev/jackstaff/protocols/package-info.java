/** The wire protocols, one package each. Independent of whether the hub or an edge mounts them. */
@NullMarked
package dev.jackstaff.protocols;

import org.jspecify.annotations.NullMarked;
