/** The common parts of pages: frame, messages, errors and headers. Knows no page. */
@NullMarked
package dev.jackstaff.admin.frame;

import org.jspecify.annotations.NullMarked;
