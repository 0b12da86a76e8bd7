/** Processes and ports of this machine. Knows nothing of what runs in them. */
@NullMarked
package dev.jackstaff.cli.process;

import org.jspecify.annotations.NullMarked;
