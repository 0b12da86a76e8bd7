/** The environments that a host serves, what keys open of them, and how fresh they are. Knows no HTTP and no wire format. */
@NullMarked
package dev.jackstaff.protocols.environment;

import org.jspecify.annotations.NullMarked;
