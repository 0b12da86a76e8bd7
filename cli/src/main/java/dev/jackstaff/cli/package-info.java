/** The jackstaff command: starts, stops and asks an installation. */
@NullMarked
package dev.jackstaff.cli;

import org.jspecify.annotations.NullMarked;
