/** Server-sent events, whatever protocol they belong to: one publisher, and what protocols add to it. */
@NullMarked
package dev.jackstaff.protocols.stream;

import org.jspecify.annotations.NullMarked;
