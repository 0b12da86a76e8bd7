/** The subcommands of the command line. */
@NullMarked
package dev.jackstaff.cli.command;

import org.jspecify.annotations.NullMarked;
