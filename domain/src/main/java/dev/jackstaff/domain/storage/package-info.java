/** The access to PostgreSQL, and the translation of its errors. Knows no feature. */
@NullMarked
package dev.jackstaff.domain.storage;

import org.jspecify.annotations.NullMarked;
