/** The audit trail: who changed what, when. Knows nothing of what it records but its JSON. */
@NullMarked
package dev.jackstaff.domain.audit;

import org.jspecify.annotations.NullMarked;
