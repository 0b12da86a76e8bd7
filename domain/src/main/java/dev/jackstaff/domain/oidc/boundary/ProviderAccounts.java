package dev.jackstaff.domain.oidc.boundary;

import dev.jackstaff.domain.access.control.GrantStore;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.ProviderProfile;
import dev.jackstaff.domain.oidc.control.AccountLinker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The accounts of those whom providers have authenticated. */
@ApplicationScoped
@Transactional
public class ProviderAccounts {
    @Inject
    AccountLinker linker;

    @Inject
    GrantStore grants;

    /** The active user of an identity; Forbidden if there is none. */
    public ProviderUser user(IdentityProvider provider, ProviderProfile profile) {
        User user = linker.user(provider, profile);
        return new ProviderUser(user.id(), user.email(), grants.rightsOf(user.id()));
    }
}
