/** How often flags were evaluated, as edges tell their hub: the batch and its document. Knows neither flags nor hosts. */
@NullMarked
package dev.jackstaff.engine.usage;

import org.jspecify.annotations.NullMarked;
