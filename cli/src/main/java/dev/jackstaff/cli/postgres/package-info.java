/** The PostgreSQL that up brings along: unpacked, initialised, started. */
@NullMarked
package dev.jackstaff.cli.postgres;

import org.jspecify.annotations.NullMarked;
