/** How entities reach PostgreSQL, and how its refusals become sentences. Knows no feature. */
@NullMarked
package dev.jackstaff.domain.storage;

import org.jspecify.annotations.NullMarked;
