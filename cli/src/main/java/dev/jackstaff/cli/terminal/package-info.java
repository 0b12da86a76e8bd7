/** The output on the terminal: progress and failure messages. Knows nothing of what is reported. */
@NullMarked
package dev.jackstaff.cli.terminal;

import org.jspecify.annotations.NullMarked;
