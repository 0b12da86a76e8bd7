/** The product as its users have it: real processes, real clients, real faults. Knows nothing of its classes. */
@NullMarked
package dev.jackstaff.system;

import org.jspecify.annotations.NullMarked;
