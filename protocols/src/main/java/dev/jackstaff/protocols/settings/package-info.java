/** The reading of an edge's settings, and the settings that protocols depend on. Knows nothing of their effects. */
@NullMarked
package dev.jackstaff.protocols.settings;

import org.jspecify.annotations.NullMarked;
