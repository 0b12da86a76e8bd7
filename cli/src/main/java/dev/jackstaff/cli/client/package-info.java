/** The HTTP clients for the hub's management API and the edge's OFREP. */
@NullMarked
package dev.jackstaff.cli.client;

import org.jspecify.annotations.NullMarked;
