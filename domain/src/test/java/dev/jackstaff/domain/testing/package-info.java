/** The domain in a CDI container, for tests. Knows every feature. */
@NullMarked
package dev.jackstaff.domain.testing;

import org.jspecify.annotations.NullMarked;
