/** The login of the pages: logging in and out, and setting the current actor. Knows no page. */
@NullMarked
package dev.jackstaff.admin.session;

import org.jspecify.annotations.NullMarked;
