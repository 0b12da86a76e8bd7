package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.SessionCookie;

/** A new session of the pages, with the cookie that names it. The cookie is known only now. */
public record PageSession(SessionView session, SessionCookie cookie) {}
