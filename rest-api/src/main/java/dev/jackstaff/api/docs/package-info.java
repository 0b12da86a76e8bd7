/** The page that explains the API, and the description behind it. */
@NullMarked
package dev.jackstaff.api.docs;

import org.jspecify.annotations.NullMarked;
