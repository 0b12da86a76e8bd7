/** Who is signed in to the pages: signing in and out, and telling the domain who acts. Knows no page. */
@NullMarked
package dev.jackstaff.admin.session;

import org.jspecify.annotations.NullMarked;
