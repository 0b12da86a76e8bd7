/** The threads of the command, all made here. Knows nothing of what they do. */
@NullMarked
package dev.jackstaff.cli.thread;

import org.jspecify.annotations.NullMarked;
