/** The subcommands: arguments in, exit code out. */
@NullMarked
package dev.jackstaff.cli.command;

import org.jspecify.annotations.NullMarked;
