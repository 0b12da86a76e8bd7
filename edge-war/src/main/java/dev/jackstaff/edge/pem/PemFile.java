package dev.jackstaff.edge.pem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PEM file (RFC 7468) as it was read. Text outside its blocks is ignored.
 *
 * @param content a secret if it contains a key
 */
public record PemFile(Path file, String content) {
    private static final String BEGIN_CERTIFICATE = "-----BEGIN CERTIFICATE-----";
    private static final Pattern CERTIFICATE =
            Pattern.compile(BEGIN_CERTIFICATE + "[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

    /** Reads a PEM file. */
    public static PemFile read(Path file) throws IOException {
        return new PemFile(file, Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    /**
     * The certificates in the file's order; at least one.
     *
     * @throws IOException if there is none, or if one is incomplete
     */
    public List<X509Certificate> certificates() throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = CERTIFICATE.matcher(content);
        while (blocks.find()) {
            byte[] block = blocks.group().getBytes(StandardCharsets.US_ASCII);
            certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
        }
        if (certificates.isEmpty()) {
            throw new IOException("there is no whole certificate in " + file);
        }
        if (content.split(BEGIN_CERTIFICATE, -1).length - 1 != certificates.size()) {
            throw new IOException("a certificate in " + file + " is incomplete");
        }
        return certificates;
    }

    /**
     * The unencrypted PKCS #8 private key.
     *
     * @throws IOException if there is none of a known algorithm
     */
    public PrivateKey privateKey() throws IOException, GeneralSecurityException {
        Matcher block = PKCS8.matcher(content);
        if (!block.find()) {
            throw new IOException("there is no whole \"BEGIN PRIVATE KEY\" in " + file
                    + "; convert other forms with: openssl pkcs8 -topk8 -nocrypt");
        }
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(decodeKey(block.group(1)));
        for (String algorithm : ALGORITHMS) {
            Optional<PrivateKey> key = key(KeyFactory.getInstance(algorithm), encoded);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new IOException("the key in " + file + " has none of the algorithms " + String.join(", ", ALGORITHMS));
    }

    private byte[] decodeKey(String base64) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException invalid) {
            throw new IOException("the key in " + file + " is incomplete", invalid);
        }
    }

    private static Optional<PrivateKey> key(KeyFactory factory, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(factory.generatePrivate(encoded));
        } catch (InvalidKeySpecException anotherKind) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
