/** What environments and flags were at earlier revisions. Knows projects and the audit trail. */
@NullMarked
package dev.jackstaff.domain.history;

import org.jspecify.annotations.NullMarked;
