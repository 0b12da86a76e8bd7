package dev.jackstaff.domain.oidc.control;

import dev.jackstaff.domain.oidc.IdentityProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The identity providers of this installation. They are read from the settings when they are first needed. */
@ApplicationScoped
public class IdentityProviders {
    private static final Logger LOG = Logger.getLogger(IdentityProviders.class.getName());

    private final AtomicReference<@Nullable List<IdentityProvider>> all = new AtomicReference<>();

    /** All providers, in the order of the setting. */
    public List<IdentityProvider> all() {
        List<IdentityProvider> known = all.get();
        if (known == null) {
            known = read();
            all.set(known);
        }
        return known;
    }

    /** The provider of this name. */
    public Optional<IdentityProvider> find(String name) {
        return all().stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    /** Takes these providers, whatever the settings say. */
    public void configure(List<IdentityProvider> providers) {
        all.set(List.copyOf(providers));
    }

    private static List<IdentityProvider> read() {
        ProviderSettings settings =
                new ProviderSettings(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
        return settings.names().stream()
                .flatMap(name -> read(settings, name).stream())
                .toList();
    }

    private static Optional<IdentityProvider> read(ProviderSettings settings, String name) {
        try {
            return Optional.of(settings.provider(name));
        } catch (IllegalArgumentException wrong) {
            LOG.log(Level.SEVERE, "Nobody can sign in at \"{0}\": {1}", new Object[] {name, wrong.getMessage()});
            return Optional.empty();
        }
    }
}
