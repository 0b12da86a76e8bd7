/** How snapshots are built and published. */
@NullMarked
package dev.jackstaff.domain.snapshot.control;

import org.jspecify.annotations.NullMarked;
