/** The writing of audit entries. */
@NullMarked
package dev.jackstaff.domain.audit.control;

import org.jspecify.annotations.NullMarked;
