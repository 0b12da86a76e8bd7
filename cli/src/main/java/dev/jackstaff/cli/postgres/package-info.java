/** The bundled PostgreSQL, and the check of an external one. */
@NullMarked
package dev.jackstaff.cli.postgres;

import org.jspecify.annotations.NullMarked;
