/** The domain, running for tests. Knows every feature. */
@NullMarked
package dev.jackstaff.domain.house;

import org.jspecify.annotations.NullMarked;
