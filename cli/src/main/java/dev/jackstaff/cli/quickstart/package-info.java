/** The demo project and the quickstart file. */
@NullMarked
package dev.jackstaff.cli.quickstart;

import org.jspecify.annotations.NullMarked;
