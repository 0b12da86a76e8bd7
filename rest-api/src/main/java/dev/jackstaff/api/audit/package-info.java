/** The audit trail over HTTP. */
@NullMarked
package dev.jackstaff.api.audit;

import org.jspecify.annotations.NullMarked;
