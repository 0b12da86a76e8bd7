package dev.jackstaff.edge.tls.client;

import dev.jackstaff.edge.pem.CertifiedKey;
import dev.jackstaff.edge.pem.PemFile;
import dev.jackstaff.edge.settings.EdgeSetting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The files of the certificate and key that the edge presents to a server. */
sealed interface ClientCertificate {
    List<Path> files();

    /** The setting that names the certificate. */
    EdgeSetting setting(TlsSettings settings);

    /**
     * The key managers of the files' present content.
     *
     * @throws IOException if a file is incomplete
     * @throws IllegalArgumentException if the key is another certificate's
     */
    KeyManager[] keyManagers() throws IOException, GeneralSecurityException;

    private static KeyManager[] keyManagers(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    /**
     * A certificate in two PEM files.
     *
     * @param certificate the certificate, followed by its chain
     * @param key PKCS #8, not encrypted
     */
    record PemPair(Path certificate, Path key) implements ClientCertificate {
        private static final char[] NO_PASSWORD = {};

        @Override
        public List<Path> files() {
            return List.of(certificate, key);
        }

        @Override
        public EdgeSetting setting(TlsSettings settings) {
            return settings.certificate();
        }

        @Override
        public KeyManager[] keyManagers() throws IOException, GeneralSecurityException {
            CertifiedKey pair = CertifiedKey.of(PemFile.read(certificate), PemFile.read(key));
            return ClientCertificate.keyManagers(pair.toKeyStore("edge", NO_PASSWORD), NO_PASSWORD);
        }
    }

    /** A certificate with its chain and key in a PKCS #12 file. The text form has no password. */
    record KeyStoreFile(Path file, String password) implements ClientCertificate {
        @Override
        public List<Path> files() {
            return List.of(file);
        }

        @Override
        public EdgeSetting setting(TlsSettings settings) {
            return settings.keyStore();
        }

        @Override
        public KeyManager[] keyManagers() throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            char[] secret = password.toCharArray();
            try (InputStream content = Files.newInputStream(file)) {
                store.load(content, secret);
            }
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return ClientCertificate.keyManagers(store, secret);
                }
            }
            throw new IOException("there is no key in " + file);
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }
}
