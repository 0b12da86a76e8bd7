package dev.jackstaff.domain.oidc.control;

import com.nimbusds.jose.jwk.JWKSet;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The descriptions and the keys of providers, cached. What is too old is fetched again; while that fails, keys that are known
 * stay valid. One caller fetches, at most once in {@link CachedDocument#PAUSE}; the others wait for it.
 */
@ApplicationScoped
public class ProviderDocuments {
    /** The time for which documents are used without asking. */
    static final Duration FRESH = Duration.ofHours(1);

    @Inject
    ProviderClient client;

    @Inject
    Clock clock;

    private final Map<String, CachedDocument<ProviderMetadata>> metadata = new ConcurrentHashMap<>();
    private final Map<String, CachedDocument<JWKSet>> keys = new ConcurrentHashMap<>();

    /** The description of a provider. */
    ProviderMetadata metadata(IdentityProvider provider) throws ProviderUnavailableException {
        return described(provider).get(clock.instant(), FRESH);
    }

    /** The description of a provider that has answered within the last seconds. */
    ProviderMetadata currentMetadata(IdentityProvider provider) throws ProviderUnavailableException {
        return described(provider).current(clock.instant());
    }

    /** The keys with which a provider signs. */
    JWKSet keys(IdentityProvider provider) throws ProviderUnavailableException {
        return signed(provider).get(clock.instant(), FRESH);
    }

    /** The keys of a provider, asked for again, unless it was asked just now: it has signed with a key that is not known. */
    JWKSet currentKeys(IdentityProvider provider) throws ProviderUnavailableException {
        return signed(provider).get(clock.instant(), CachedDocument.PAUSE);
    }

    private CachedDocument<ProviderMetadata> described(IdentityProvider provider) {
        return metadata.computeIfAbsent(
                provider.name(),
                name -> new CachedDocument<>(
                        () -> ProviderMetadata.of(provider, client.get(ProviderMetadata.address(provider)))));
    }

    private CachedDocument<JWKSet> signed(IdentityProvider provider) {
        return keys.computeIfAbsent(provider.name(), name -> new CachedDocument<>(() -> fetchKeys(provider)));
    }

    private JWKSet fetchKeys(IdentityProvider provider) throws ProviderUnavailableException {
        try {
            return JWKSet.parse(client.get(metadata(provider).keys()));
        } catch (ParseException unreadable) {
            throw new ProviderUnavailableException("the provider's keys cannot be read", unreadable);
        }
    }

    /** Forgets everything, for tests whose providers change. */
    void clear() {
        metadata.clear();
        keys.clear();
    }
}
