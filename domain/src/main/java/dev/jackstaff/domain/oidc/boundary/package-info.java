/** The use cases of identity providers. */
@NullMarked
package dev.jackstaff.domain.oidc.boundary;

import org.jspecify.annotations.NullMarked;
