/** The stored audit trail. */
@NullMarked
package dev.jackstaff.domain.audit.entity;

import org.jspecify.annotations.NullMarked;
