/** An edge in the foreground, in place of another product's: its options, its settings, its program. Knows no stack. */
@NullMarked
package dev.jackstaff.cli.edge;

import org.jspecify.annotations.NullMarked;
