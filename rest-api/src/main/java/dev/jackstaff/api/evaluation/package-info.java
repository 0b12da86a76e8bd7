/** Flag evaluation on the hub. Knows the protocols by their ports. */
@NullMarked
package dev.jackstaff.api.evaluation;

import org.jspecify.annotations.NullMarked;
