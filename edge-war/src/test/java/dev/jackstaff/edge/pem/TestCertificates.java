package dev.jackstaff.edge.pem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Self-signed certificates of this machine, each with its key, in files of one directory. */
public record TestCertificates(Path directory) {
    /** The password of every key store. */
    public static final String PASSWORD = "changeit";

    private static final Duration VALIDITY = Duration.ofDays(2);
    private static final int SERIAL_NUMBER_BITS = 64;

    /** Creates a certificate for {@code localhost} and 127.0.0.1, as a key store and as PEM. */
    public void create(String name, String algorithm) throws IOException {
        create(
                name,
                algorithm,
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.dNSName, "localhost"));
    }

    /** Creates a certificate for one host name, as a key store and as PEM. */
    public void createFor(String host, String name, String algorithm) throws IOException {
        create(name, algorithm, new GeneralName(GeneralName.dNSName, host));
    }

    private void create(String name, String algorithm, GeneralName... subjects) throws IOException {
        try {
            KeyPair keys = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            X509Certificate certificate = selfSigned(keys, "CN=" + name, new GeneralNames(subjects));
            store(name, keys, certificate);
            pem(certificate(name), "CERTIFICATE", certificate.getEncoded());
            pem(key(name), "PRIVATE KEY", keys.getPrivate().getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException failed) {
            throw new IOException(failed);
        }
    }

    private static X509Certificate selfSigned(KeyPair keys, String distinguishedName, GeneralNames subjects)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Principal subject = new X500Principal(distinguishedName);
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(SERIAL_NUMBER_BITS, new SecureRandom()),
                Date.from(now.minus(VALIDITY)),
                Date.from(now.plus(VALIDITY)),
                subject,
                keys.getPublic());
        certificate.addExtension(Extension.subjectAlternativeName, false, subjects);
        ContentSigner signer = new JcaContentSignerBuilder(signatureAlgorithm(keys)).build(keys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
    }

    private static String signatureAlgorithm(KeyPair keys) {
        return switch (keys.getPublic().getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
    }

    private void store(String name, KeyPair keys, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(name, keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
        try (OutputStream out = Files.newOutputStream(keyStoreFile(name))) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    /** The PEM file of a certificate. */
    public Path certificate(String name) {
        return directory.resolve(name + ".pem");
    }

    /** The PEM file of a certificate's key. */
    public Path key(String name) {
        return directory.resolve(name + "-key.pem");
    }

    /** The PKCS #12 file of a certificate and its key. */
    public Path keyStoreFile(String name) {
        return directory.resolve(name + ".p12");
    }

    /** The key store of a certificate and its key. */
    public KeyStore keyStore(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStoreFile(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static void pem(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
