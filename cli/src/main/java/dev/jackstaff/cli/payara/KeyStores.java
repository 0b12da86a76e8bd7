package dev.jackstaff.cli.payara;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;

/**
 * The key stores of a domain of Payara Server: its own key, the authorities that it trusts, and its passwords. They are
 * shipped with a password that everybody knows.
 *
 * @param directory of the domain's configuration
 */
record KeyStores(Path directory) {
    private static final char[] SHIPPED_PASSWORD = "changeit".toCharArray();

    /** The stores by name, with their types. */
    private static final Map<String, String> TYPES =
            Map.of("keystore.p12", "PKCS12", "cacerts.p12", "PKCS12", "domain-passwords", "JCEKS");

    /** Replaces the shipped password, of the stores and of the keys in them. */
    void changePassword(String password) throws IOException {
        for (Map.Entry<String, String> store : TYPES.entrySet()) {
            Path file = directory.resolve(store.getKey());
            if (Files.exists(file)) {
                changePassword(file, store.getValue(), password.toCharArray());
            }
        }
    }

    private static void changePassword(Path file, String type, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(type);
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, SHIPPED_PASSWORD);
            }
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    store.setKeyEntry(
                            alias, store.getKey(alias, SHIPPED_PASSWORD), password, store.getCertificateChain(alias));
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password);
            }
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the password of " + file + " cannot be changed", unusable);
        }
    }
}
