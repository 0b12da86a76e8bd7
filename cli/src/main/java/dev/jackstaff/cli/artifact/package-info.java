/** The built artifacts of the stack, and their unpacking. */
@NullMarked
package dev.jackstaff.cli.artifact;

import org.jspecify.annotations.NullMarked;
