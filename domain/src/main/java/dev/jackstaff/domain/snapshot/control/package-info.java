/** The building and publication of snapshots. */
@NullMarked
package dev.jackstaff.domain.snapshot.control;

import org.jspecify.annotations.NullMarked;
