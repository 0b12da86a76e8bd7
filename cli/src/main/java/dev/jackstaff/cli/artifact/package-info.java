/** What the build collected for the stack, and how it is unpacked. */
@NullMarked
package dev.jackstaff.cli.artifact;

import org.jspecify.annotations.NullMarked;
