/** The sealing of what hubs and edges keep in the data grid. Knows no data grid. */
@NullMarked
package dev.jackstaff.engine.grid;

import org.jspecify.annotations.NullMarked;
