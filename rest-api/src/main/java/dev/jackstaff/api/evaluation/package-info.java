/** The hub as a place where flags are evaluated. Knows the protocols by their ports. */
@NullMarked
package dev.jackstaff.api.evaluation;

import org.jspecify.annotations.NullMarked;
