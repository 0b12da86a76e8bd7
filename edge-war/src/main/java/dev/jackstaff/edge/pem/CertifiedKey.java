package dev.jackstaff.edge.pem;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate with its chain and private key.
 *
 * @param key a secret
 */
public record CertifiedKey(List<X509Certificate> chain, PrivateKey key) {
    private static final byte[] PROBE = {1, 2, 3};

    public CertifiedKey {
        chain = List.copyOf(chain);
    }

    /**
     * The certificate in two PEM files.
     *
     * @throws IllegalArgumentException if a file is incomplete, or if the key is another certificate's
     */
    public static CertifiedKey of(PemFile certificate, PemFile key) {
        try {
            CertifiedKey loaded = new CertifiedKey(certificate.certificates(), key.privateKey());
            if (!loaded.keyMatchesCertificate()) {
                throw new IllegalArgumentException(
                        "the key in " + key.file() + " is not that of the certificate in " + certificate.file());
            }
            return loaded;
        } catch (IOException | GeneralSecurityException invalid) {
            throw new IllegalArgumentException(String.valueOf(invalid.getMessage()), invalid);
        }
    }

    /** Whether the private key belongs to the certificate. */
    private boolean keyMatchesCertificate() throws GeneralSecurityException {
        PublicKey publicKey = chain.get(0).getPublicKey();
        if (!publicKey.getAlgorithm().equals(algorithm(key.getAlgorithm(), publicKey))) {
            return false;
        }
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "Ed25519";
                });
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(PROBE);
        return signature.verify(signed);
    }

    /** The key's algorithm by the name that certificates use: Java calls Edwards keys both Ed25519 and EdDSA. */
    private static String algorithm(String name, PublicKey publicKey) {
        return name.equals("Ed25519") && publicKey.getAlgorithm().equals("EdDSA") ? "EdDSA" : name;
    }

    /** The name of the certificate's owner. */
    public String subject() {
        return chain.get(0).getSubjectX500Principal().getName();
    }

    /** The end of the certificate's validity. */
    public Instant expiresAt() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /**
     * A key store with this key as its only entry.
     *
     * @param password of the entry
     */
    public KeyStore toKeyStore(String alias, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(alias, key, password, chain.toArray(Certificate[]::new));
        return store;
    }

    @Override
    public String toString() {
        return subject();
    }
}
