/** The usage of a flag: how often it was evaluated, and with what result. */
@NullMarked
package dev.jackstaff.admin.usage;

import org.jspecify.annotations.NullMarked;
