/** The hub's management API and the edge's OFREP, as the command uses them. */
@NullMarked
package dev.jackstaff.cli.client;

import org.jspecify.annotations.NullMarked;
