/** The intermediate form that every rule document compiles to, and its evaluation. Immutable; swapped whole. */
@NullMarked
package dev.jackstaff.engine.flag;

import org.jspecify.annotations.NullMarked;
