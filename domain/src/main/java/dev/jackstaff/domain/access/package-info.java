/** Users, API keys and the key that signs tokens. Knows projects, for the scope of a key. */
@NullMarked
package dev.jackstaff.domain.access;

import org.jspecify.annotations.NullMarked;
