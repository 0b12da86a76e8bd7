/**
 * The environments that a host serves, the access that keys give to them, and how fresh they are. Knows no HTTP and no
 * wire format.
 */
@NullMarked
package dev.jackstaff.protocols.environment;

import org.jspecify.annotations.NullMarked;
