/**
 * The intermediate form that every rule document compiles to, and its evaluation. Flag sets are immutable and replaced as
 * a whole.
 */
@NullMarked
package dev.jackstaff.engine.flag;

import org.jspecify.annotations.NullMarked;
