/** The use cases of users, API keys and token signing. */
@NullMarked
package dev.jackstaff.domain.access.boundary;

import org.jspecify.annotations.NullMarked;
