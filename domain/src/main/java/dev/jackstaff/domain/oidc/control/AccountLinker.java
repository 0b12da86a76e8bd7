package dev.jackstaff.domain.oidc.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditNote;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.ProviderProfile;
import dev.jackstaff.domain.oidc.entity.UserIdentity;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The way from an identity to its user. An identity that is not known yet is linked to the account with its verified e-mail
 * address, or to a new one if the provider may create users; from then on its subject alone counts.
 */
@ApplicationScoped
public class AccountLinker {
    @Inject
    IdentityStore identities;

    @Inject
    AccessStore store;

    @Inject
    GroupGrants grants;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** The active user of an identity, with the role that the groups give; Forbidden if there is none. */
    public User user(IdentityProvider provider, ProviderProfile profile) {
        Optional<UserIdentity> known = identities.find(profile.issuer(), profile.subject());
        UserIdentity identity = known.isPresent() ? known.get() : link(provider, profile);
        User user = store.existingUser(identity.userId());
        if (!user.active()) {
            throw new DomainException.Forbidden("the account is deactivated; ask an administrator");
        }
        Optional<Set<BuiltInRole>> roles = provider.roles().roles(profile.groups());
        if (roles.isPresent() && isNews(identity, profile.issuedAt())) {
            grants.replace(user, provider, roles.get());
        }
        unitOfWork.flush();
        return user;
    }

    private boolean isNews(UserIdentity identity, Instant issuedAt) {
        if (!identity.isOlderThan(issuedAt)) {
            return false;
        }
        unitOfWork.flush();
        identities.lock(identity);
        return identity.acceptGroups(issuedAt);
    }

    private UserIdentity link(IdentityProvider provider, ProviderProfile profile) {
        String email = profile.email();
        if (email.isEmpty()) {
            throw new DomainException.Forbidden("no account is linked, and " + provider.label()
                    + " names no verified e-mail address; ask an administrator");
        }
        if (!provider.accounts().allows(email)) {
            throw new DomainException.Forbidden("e-mail addresses of this domain are not allowed");
        }
        User user = store.findUser(email).orElseGet(() -> create(provider, profile));
        if (identities.isLinked(user.id(), profile.issuer())) {
            throw new DomainException.Forbidden(
                    "the account with this e-mail address is linked to another identity of " + provider.label());
        }
        if (!user.active()) {
            throw new DomainException.Forbidden("the account is deactivated; ask an administrator");
        }
        UserIdentity identity = new UserIdentity(user.id(), profile.issuer(), profile.subject(), clock.instant());
        identities.add(identity);
        audit.record(
                AuditAuthor.SYSTEM,
                AuditChange.updated(user.subject(), user.auditJson(), user.auditJson())
                        .withAction("linked to " + provider.name()),
                AuditNote.NONE);
        return identity;
    }

    private User create(IdentityProvider provider, ProviderProfile profile) {
        if (!provider.accounts().createsUsers()) {
            throw new DomainException.Forbidden("there is no account with this e-mail address; ask an administrator");
        }
        User user = new User(profile.email(), null, clock.instant());
        user.rename(profile.name());
        store.add(user);
        unitOfWork.flush();
        grants.replace(user, provider, provider.roles().ofOthers());
        audit.record(AuditAuthor.SYSTEM, AuditChange.created(user.subject(), user.auditJson()), AuditNote.NONE);
        return user;
    }
}
