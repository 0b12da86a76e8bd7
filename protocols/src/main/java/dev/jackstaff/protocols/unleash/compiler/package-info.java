/**
 * An Unleash features document compiled into flags that can be evaluated, as the client specification 6.1 has it. It knows
 * nothing of how requests ask for them.
 */
@NullMarked
package dev.jackstaff.protocols.unleash.compiler;

import org.jspecify.annotations.NullMarked;
