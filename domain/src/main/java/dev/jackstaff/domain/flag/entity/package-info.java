/** What is kept, and the rules it keeps by itself. */
@NullMarked
package dev.jackstaff.domain.flag.entity;

import org.jspecify.annotations.NullMarked;
