package dev.jackstaff.domain.oidc.boundary;

import dev.jackstaff.domain.access.boundary.PageSession;

/** A sign-in that has succeeded: the session, and the page that was asked for. */
public record CompletedSignIn(PageSession session, String target) {}
