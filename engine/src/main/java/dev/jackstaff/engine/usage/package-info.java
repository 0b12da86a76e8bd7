/** The usage counts that edges report to their hub, and their JSON document. Knows neither flags nor hosts. */
@NullMarked
package dev.jackstaff.engine.usage;

import org.jspecify.annotations.NullMarked;
