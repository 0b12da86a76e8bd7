package dev.jackstaff.domain.oidc.boundary;

import dev.jackstaff.domain.access.SessionCookie;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.access.boundary.PageSession;
import dev.jackstaff.domain.access.boundary.Sessions;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.InvalidTokenException;
import dev.jackstaff.domain.oidc.ProviderProfile;
import dev.jackstaff.domain.oidc.SignInSecrets;
import dev.jackstaff.domain.oidc.control.AccountLinker;
import dev.jackstaff.domain.oidc.control.CodeExchange;
import dev.jackstaff.domain.oidc.control.LogoutTokens;
import dev.jackstaff.domain.oidc.control.ProviderSessionStore;
import dev.jackstaff.domain.oidc.entity.ProviderSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The sessions of the pages that begin at providers. */
@ApplicationScoped
@Transactional
public class ProviderSessions {
    @Inject
    AccountLinker linker;

    @Inject
    Sessions sessions;

    @Inject
    ProviderSessionStore store;

    @Inject
    Clock clock;

    /** Begins a session of the user whom an ID token names; Forbidden if there is none. */
    public PageSession begin(IdentityProvider provider, CodeExchange.IdToken token, SessionOrigin origin)
            throws InvalidTokenException {
        UUID user = linker.user(provider, ProviderProfile.of(provider, token.claims()))
                .id();
        PageSession session = sessions.beginPages(user, origin);
        store.add(new ProviderSession(
                session.session().id(),
                provider.name(),
                token.claims().getIssuer(),
                String.valueOf(token.claims().getSubject()),
                token.claims().getClaim("sid") instanceof String sid ? sid : null,
                token.text()));
        return session;
    }

    /** Ends a session; returns the provider's part of it. */
    public Optional<ProviderSession> end(SessionCookie cookie) {
        Optional<ProviderSession> part = sessions.find(cookie)
                .flatMap(active -> store.find(active.session().id()));
        sessions.end(cookie);
        return part;
    }

    /** Ends what a logout token names, once; returns how many sessions that were. */
    public int end(LogoutTokens.Logout logout) throws InvalidTokenException {
        String name = SignInSecrets.hash(logout.issuer() + " " + logout.id());
        if (!store.use(name, logout.until(), clock.instant())) {
            throw new InvalidTokenException("it was accepted before");
        }
        return logout.sid().isEmpty()
                ? store.endBySubject(logout.issuer(), logout.subject())
                : store.endBySid(logout.issuer(), logout.sid());
    }
}
