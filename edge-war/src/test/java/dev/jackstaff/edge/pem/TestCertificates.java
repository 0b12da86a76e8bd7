package dev.jackstaff.edge.pem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Self-signed certificates of this machine, each with its key, in files of one directory. */
public record TestCertificates(Path directory) {
    /** The password of every key store. */
    public static final String PASSWORD = "changeit";

    /** Creates a certificate of this machine, as a key store and as PEM. */
    public void create(String name, String algorithm) throws IOException, InterruptedException {
        create(name, algorithm, "san=ip:127.0.0.1,dns:localhost");
    }

    /** Creates a certificate with the names in an extension of keytool, as a key store and as PEM. */
    public void create(String name, String algorithm, String names) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        names,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStoreFile(name).toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool failed; see " + directory.resolve("keytool.log"));
        }
        try {
            KeyStore store = keyStore(name);
            pem(certificate(name), "CERTIFICATE", store.getCertificate(name).getEncoded());
            pem(
                    key(name),
                    "PRIVATE KEY",
                    store.getKey(name, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
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
