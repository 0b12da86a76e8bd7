/** Yes/no questions about an evaluation context, compiled: what can be wrong with one is refused when it is built. */
@NullMarked
package dev.jackstaff.engine.condition;

import org.jspecify.annotations.NullMarked;
