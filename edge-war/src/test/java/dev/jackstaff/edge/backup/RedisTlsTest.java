package dev.jackstaff.edge.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis behind TLS, which is trusted only with a certificate of a known authority for its host name. */
class RedisTlsTest {
    private static final String PASSWORD = "changeit";
    private static final RedisSettings.Credentials NOBODY =
            new RedisSettings.Credentials(Optional.empty(), Optional.empty());

    private final Path directory;

    RedisTlsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void itIsUsedWhereItsNameIsVouchedFor() throws Exception {
        createCertificate("cache", "localhost");
        try (RedisProcess redis = started("cache")) {
            RedisSettings address = redis.address(NOBODY, Optional.of(certificate("cache")));

            BackupFixture.restoredFrom(address)
                    .serve(BackupFixture.snapshot(7))
                    .backup
                    .stop();

            BackupFixture restarted = BackupFixture.restoredFrom(address);
            assertThat(restarted.revision()).isEqualTo(7);
            restarted.backup.stop();
        }
    }

    @Test
    void itIsNotUsedWhereNobodyVouchesForIt() throws Exception {
        createCertificate("cache", "localhost");
        createCertificate("stranger", "localhost");
        try (RedisProcess redis = started("cache")) {
            refused(redis.address(NOBODY, Optional.of(certificate("stranger"))));
            refused(redis.address(NOBODY, Optional.empty()));
        }
    }

    @Test
    void itIsNotUsedUnderAnotherName() throws Exception {
        createCertificate("cache", "other.example.org");
        try (RedisProcess redis = started("cache")) {
            refused(redis.address(NOBODY, Optional.of(certificate("cache"))));
        }
    }

    private static void refused(RedisSettings address) {
        BackupFixture edge = BackupFixture.restoredFrom(address).serve(BackupFixture.snapshot(7));
        assertThat(edge.backup.failureReason()).isPresent();
        assertThat(edge.revision()).isEqualTo(7);
        edge.backup.stop();
    }

    private RedisProcess started(String name) {
        String key = directory.resolve(name + "-key.pem").toString();
        String certificate = certificate(name).toString();
        return RedisProcess.startWithTls(
                directory, "--tls-cert-file", certificate, "--tls-key-file", key, "--tls-auth-clients", "no");
    }

    private Path certificate(String name) {
        return directory.resolve(name + ".pem");
    }

    /** Creates a key and a self-signed certificate, as PEM. */
    private void createCertificate(String name, String host)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = directory.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS) && keytool.exitValue() == 0)
                .isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        pem(certificate(name), "CERTIFICATE", store.getCertificate(name).getEncoded());
        byte[] key = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
        pem(directory.resolve(name + "-key.pem"), "PRIVATE KEY", key);
    }

    private static void pem(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
