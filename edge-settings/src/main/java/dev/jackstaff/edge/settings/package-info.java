/** The settings of an edge: names, foreign names, formats. Knows nothing of their effects. */
@NullMarked
package dev.jackstaff.edge.settings;

import org.jspecify.annotations.NullMarked;
