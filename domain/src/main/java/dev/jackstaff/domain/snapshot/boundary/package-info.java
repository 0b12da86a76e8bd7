/** The use cases of snapshots: read one, and publish all that are due. */
@NullMarked
package dev.jackstaff.domain.snapshot.boundary;

import org.jspecify.annotations.NullMarked;
