/** What hubs and edges share of the data grid: how they are members of it, its names, and its sealed values. */
@NullMarked
package dev.jackstaff.grid;

import org.jspecify.annotations.NullMarked;
