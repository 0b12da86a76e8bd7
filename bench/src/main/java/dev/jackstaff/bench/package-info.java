/** What the engine costs. */
@NullMarked
package dev.jackstaff.bench;

import org.jspecify.annotations.NullMarked;
