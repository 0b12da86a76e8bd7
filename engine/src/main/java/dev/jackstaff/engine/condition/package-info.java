/** The compiled conditions on an evaluation context. Anything wrong with one is refused when it is built. */
@NullMarked
package dev.jackstaff.engine.condition;

import org.jspecify.annotations.NullMarked;
