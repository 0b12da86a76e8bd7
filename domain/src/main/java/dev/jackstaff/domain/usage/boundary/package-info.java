/** The use cases of usage: edges tell it, people read it. */
@NullMarked
package dev.jackstaff.domain.usage.boundary;

import org.jspecify.annotations.NullMarked;
