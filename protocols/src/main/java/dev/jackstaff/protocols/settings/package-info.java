/** The settings of an edge: names, other accepted names, formats. Knows nothing of what is set. */
@NullMarked
package dev.jackstaff.protocols.settings;

import org.jspecify.annotations.NullMarked;
