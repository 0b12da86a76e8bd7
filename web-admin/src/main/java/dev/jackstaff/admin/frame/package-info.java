/** What every page shares: its frame, messages, errors and headers. Knows no page. */
@NullMarked
package dev.jackstaff.admin.frame;

import org.jspecify.annotations.NullMarked;
