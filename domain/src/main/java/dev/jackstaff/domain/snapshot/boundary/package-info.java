/** The use cases of snapshots, and the readiness of this hub. */
@NullMarked
package dev.jackstaff.domain.snapshot.boundary;

import org.jspecify.annotations.NullMarked;
