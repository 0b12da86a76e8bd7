/** The jackstaff command, which starts, stops and queries an installation. */
@NullMarked
package dev.jackstaff.cli;

import org.jspecify.annotations.NullMarked;
