package dev.jackstaff.edge.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows each new connection the identity that is current. A connection that is being made while it changes keeps to the one it
 * began with: each has an alias of its own.
 */
final class CurrentIdentity extends X509ExtendedKeyManager {
    private static final char[] NO_PASSWORD = {};

    private volatile Shown current;
    private volatile Shown before;
    private long number;

    private record Shown(String alias, X509ExtendedKeyManager keys) {}

    CurrentIdentity(Identity first) {
        current = shown(first);
        before = current;
    }

    /** New connections are shown another. */
    synchronized void become(Identity next) {
        Shown made = shown(next);
        before = current;
        current = made;
    }

    private Shown shown(Identity identity) {
        String alias = "edge-" + ++number;
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    alias, identity.key(), NO_PASSWORD, identity.chain().toArray(Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(store, NO_PASSWORD);
            return new Shown(alias, (X509ExtendedKeyManager) factory.getKeyManagers()[0]);
        } catch (GeneralSecurityException | IOException unfit) {
            throw new IllegalArgumentException("the certificate cannot be used: " + unfit.getMessage(), unfit);
        }
    }

    private X509ExtendedKeyManager keys(String alias) {
        Shown earlier = before;
        return earlier.alias.equals(alias) ? earlier.keys : current.keys;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return current.keys.chooseEngineServerAlias(keyType, issuers, engine);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return current.keys.chooseServerAlias(keyType, issuers, socket);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return keys(alias).getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return keys(alias).getPrivateKey(alias);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return current.keys.getServerAliases(keyType, issuers);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
