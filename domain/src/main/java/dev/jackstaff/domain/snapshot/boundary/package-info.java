/** The use cases of snapshots, and whether this hub is ready. */
@NullMarked
package dev.jackstaff.domain.snapshot.boundary;

import org.jspecify.annotations.NullMarked;
