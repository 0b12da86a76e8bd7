/** What is asked of identity providers, the checks of what they sign, and who is known to them. */
@NullMarked
package dev.jackstaff.domain.oidc.control;

import org.jspecify.annotations.NullMarked;
