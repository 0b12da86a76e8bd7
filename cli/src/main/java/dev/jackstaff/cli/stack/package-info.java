/** The start and stop of an installation's processes in their order. */
@NullMarked
package dev.jackstaff.cli.stack;

import org.jspecify.annotations.NullMarked;
