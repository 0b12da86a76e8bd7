package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.control.RoleStore;
import dev.jackstaff.domain.access.control.TokenStore;
import dev.jackstaff.domain.access.control.TokenStore.ValidToken;
import dev.jackstaff.domain.access.entity.ServiceAccount;
import dev.jackstaff.domain.access.entity.TokenSecret;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.Login;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Who acts by an access token, and what they may do. Needs no permission: adapters call it with what a request has. */
@ApplicationScoped
@Transactional
public class TokenAuthentication {
    @Inject
    TokenStore tokens;

    @Inject
    RoleStore roles;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    /** Whether a credential has the form of an access token. */
    public boolean isToken(String credential) {
        return TokenSecret.isOne(credential);
    }

    /**
     * Makes the owner of a token the current actor, with what both the token and its owner may do now.
     *
     * @throws DomainException.Unauthenticated if there is no such token, it has expired, or its owner is not active
     */
    public void actBy(String secret) {
        Instant now = clock.instant();
        ValidToken valid = tokens.findValid(secret, now)
                .orElseThrow(() -> new DomainException.Unauthenticated(
                        "the token is unknown, revoked or expired, or its owner is not active"));
        tokens.recordUse(valid.token(), now);
        Rights rights = valid.ownersRights().limitedTo(limit(valid));
        User user = valid.user();
        ServiceAccount account = valid.account();
        if (user != null) {
            currentActor.actAs(
                    new Actor(user.email(), rights, Actor.Kind.USER),
                    new Login(user.id(), valid.token().id(), false));
        } else if (account != null) {
            currentActor.actAs(new Actor(account.name(), rights, Actor.Kind.SERVICE));
        }
    }

    /** What a token is limited to. A role that is gone allows nothing. */
    private GrantedRole limit(ValidToken valid) {
        return valid.token()
                .role()
                .map(key -> roles.granted(key, valid.scope())
                        .orElseGet(() -> new GrantedRole(key, Set.of(), valid.scope())))
                .orElseGet(() -> new GrantedRole("", Set.of(Permission.values()), valid.scope()));
    }
}
