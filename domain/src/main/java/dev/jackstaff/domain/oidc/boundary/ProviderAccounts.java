package dev.jackstaff.domain.oidc.boundary;

import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.ProviderProfile;
import dev.jackstaff.domain.oidc.control.AccountLinker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The accounts of those whom providers have authenticated. */
@ApplicationScoped
@Transactional
public class ProviderAccounts {
    @Inject
    AccountLinker linker;

    /** The id of the active user of an identity; Forbidden if there is none. */
    public UUID user(IdentityProvider provider, ProviderProfile profile) {
        return linker.user(provider, profile).id();
    }
}
