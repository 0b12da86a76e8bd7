/** The compilation and evaluation of flags. Knows only {@code java.*}, RE2/J and the streaming core of Jackson. */
@NullMarked
package dev.jackstaff.engine;

import org.jspecify.annotations.NullMarked;
