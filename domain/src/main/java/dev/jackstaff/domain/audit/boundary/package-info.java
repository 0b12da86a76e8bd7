/** The use cases of reading the audit trail. */
@NullMarked
package dev.jackstaff.domain.audit.boundary;

import org.jspecify.annotations.NullMarked;
