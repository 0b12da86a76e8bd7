/** The demo project and the file that tells people and tests how to reach an installation. */
@NullMarked
package dev.jackstaff.cli.quickstart;

import org.jspecify.annotations.NullMarked;
