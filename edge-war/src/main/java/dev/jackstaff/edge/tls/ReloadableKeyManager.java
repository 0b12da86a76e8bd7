package dev.jackstaff.edge.tls;

import dev.jackstaff.edge.pem.CertifiedKey;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A key manager whose certificate can be replaced. A handshake in progress keeps the certificate it began with. */
final class ReloadableKeyManager extends X509ExtendedKeyManager {
    private static final char[] NO_PASSWORD = {};

    private volatile KeyEntry current;
    private volatile KeyEntry previous;
    private long lastAliasNumber;

    private record KeyEntry(String alias, X509ExtendedKeyManager keys) {}

    ReloadableKeyManager(CertifiedKey first) {
        current = createEntry(first);
        previous = current;
    }

    /** Replaces the certificate for new connections. */
    synchronized void replace(CertifiedKey next) {
        KeyEntry created = createEntry(next);
        previous = current;
        current = created;
    }

    private KeyEntry createEntry(CertifiedKey certificate) {
        String alias = "edge-" + ++lastAliasNumber;
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(certificate.toKeyStore(alias, NO_PASSWORD), NO_PASSWORD);
            return new KeyEntry(alias, (X509ExtendedKeyManager) factory.getKeyManagers()[0]);
        } catch (GeneralSecurityException | IOException invalid) {
            throw new IllegalArgumentException("the certificate cannot be used: " + invalid.getMessage(), invalid);
        }
    }

    private X509ExtendedKeyManager keys(String alias) {
        KeyEntry earlier = previous;
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
