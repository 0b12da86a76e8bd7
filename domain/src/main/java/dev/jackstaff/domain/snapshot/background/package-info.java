/** The background work of snapshots: it has them published after each change. */
@NullMarked
package dev.jackstaff.domain.snapshot.background;

import org.jspecify.annotations.NullMarked;
