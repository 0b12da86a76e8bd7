/** The domain, running for tests. Knows every feature. */
@NullMarked
package dev.jackstaff.domain.testing;

import org.jspecify.annotations.NullMarked;
