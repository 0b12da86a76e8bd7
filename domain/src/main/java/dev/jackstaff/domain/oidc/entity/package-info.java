/** The identities of users and sign-ins that are under way, as stored. */
@NullMarked
package dev.jackstaff.domain.oidc.entity;

import org.jspecify.annotations.NullMarked;
