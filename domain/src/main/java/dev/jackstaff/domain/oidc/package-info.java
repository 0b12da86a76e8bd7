/** Sign-in at identity providers by OpenID Connect, and the tokens that they issue. Knows no page and no HTTP of callers. */
@NullMarked
package dev.jackstaff.domain.oidc;

import org.jspecify.annotations.NullMarked;
