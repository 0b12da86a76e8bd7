/** The whole stack in order: what is started when, what is stopped when, what is running. */
@NullMarked
package dev.jackstaff.cli.stack;

import org.jspecify.annotations.NullMarked;
