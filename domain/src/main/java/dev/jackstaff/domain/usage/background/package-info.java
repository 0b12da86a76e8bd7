/** The background work of usage: it hands the edges' batches to the use cases. */
@NullMarked
package dev.jackstaff.domain.usage.background;

import org.jspecify.annotations.NullMarked;
