/** The background work on the audit trail: sealing and anchoring. */
@NullMarked
package dev.jackstaff.domain.audit.background;

import org.jspecify.annotations.NullMarked;
