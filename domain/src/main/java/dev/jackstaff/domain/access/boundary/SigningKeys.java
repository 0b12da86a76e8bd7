package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.entity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The access to the key pair that signs tokens, which is read from the database once and cached. */
@ApplicationScoped
@Transactional
public class SigningKeys {
    @Inject
    AccessStore store;

    private final AtomicReference<@Nullable SigningKeyPair> cached = new AtomicReference<>();

    /** The key pair that was generated at the first start. */
    public SigningKeyPair current() {
        SigningKeyPair pair = cached.get();
        if (pair == null) {
            pair = read();
            cached.set(pair);
        }
        return pair;
    }

    private SigningKeyPair read() {
        SigningKey key = store.findSigningKey()
                .orElseThrow(() -> new IllegalStateException("the signing key is made when the hub starts"));
        return new SigningKeyPair(key.id(), key.privateKey(), key.publicKey());
    }
}
