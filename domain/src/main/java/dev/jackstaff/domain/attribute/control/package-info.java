/** The rules and queries of attributes. */
@NullMarked
package dev.jackstaff.domain.attribute.control;

import org.jspecify.annotations.NullMarked;
