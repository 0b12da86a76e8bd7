/** The trail as it is kept. */
@NullMarked
package dev.jackstaff.domain.audit.entity;

import org.jspecify.annotations.NullMarked;
