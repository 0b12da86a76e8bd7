package dev.jackstaff.edge.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.pem.TestCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Redis behind TLS, which is trusted only with a certificate of a known authority for its host name. */
class RedisTlsTest {
    private static final String CA_FILE = "jackstaff.edge.store.redis.ca-file";

    @SuppressWarnings("NullAway.Init") // made first
    private static TestCertificates certificates;

    @BeforeAll
    static void make(@TempDir Path directory) throws IOException {
        certificates = new TestCertificates(directory);
        certificates.create("cache", "EC");
        certificates.create("edge", "EC");
        certificates.create("stranger", "EC");
    }

    @Test
    void aRedisOfAKnownAuthorityStoresSnapshots() {
        try (RedisProcess redis = started("cache", "no")) {
            stores(redis.tlsAddress(Map.of(CA_FILE, certificate("cache"))));
        }
    }

    @Test
    void aRedisOfAnUnknownAuthorityIsNotUsed() {
        try (RedisProcess redis = started("cache", "no")) {
            doesNotStore(redis.tlsAddress(Map.of(CA_FILE, certificate("stranger"))));
            doesNotStore(redis.tlsAddress(Map.of()));
        }
    }

    @Test
    void aRedisWithACertificateForAnotherHostIsNotUsed() throws IOException {
        certificates.createFor("other.example.org", "elsewhere", "EC");
        try (RedisProcess redis = started("elsewhere", "no")) {
            doesNotStore(redis.tlsAddress(Map.of(CA_FILE, certificate("elsewhere"))));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRedisThatDemandsAClientCertificateIsUsedWithOneOnly(boolean keyStore) {
        Map<String, String> own = keyStore
                ? Map.of(
                        "jackstaff.edge.store.redis.client-keystore",
                        certificates.keyStoreFile("edge").toString(),
                        "jackstaff.edge.store.redis.client-keystore-password",
                        TestCertificates.PASSWORD,
                        CA_FILE,
                        certificate("cache"))
                : Map.of(
                        "jackstaff.edge.store.redis.client-certificate",
                        certificate("edge"),
                        "jackstaff.edge.store.redis.client-key",
                        certificates.key("edge").toString(),
                        CA_FILE,
                        certificate("cache"));

        try (RedisProcess redis = started("cache", "yes")) {
            doesNotStore(redis.tlsAddress(Map.of(CA_FILE, certificate("cache"))));
            stores(redis.tlsAddress(own));
        }
    }

    private static void stores(RedisSettings address) {
        BackupFixture.restoredFrom(address)
                .serve(BackupFixture.snapshot(7))
                .backup
                .stop();

        BackupFixture restarted = BackupFixture.restoredFrom(address);
        assertThat(restarted.revision()).isEqualTo(7);
        restarted.backup.stop();
    }

    private static void doesNotStore(RedisSettings address) {
        BackupFixture edge = BackupFixture.restoredFrom(address).serve(BackupFixture.snapshot(7));
        assertThat(edge.backup.failureReason()).isPresent();
        assertThat(edge.revision()).isEqualTo(7);
        edge.backup.stop();
    }

    private static RedisProcess started(String name, String demandsClientCertificates) {
        return RedisProcess.startWithTls(
                certificates.directory(),
                "--tls-cert-file",
                certificate(name),
                "--tls-key-file",
                certificates.key(name).toString(),
                "--tls-ca-cert-file",
                certificate("edge"),
                "--tls-auth-clients",
                demandsClientCertificates);
    }

    private static String certificate(String name) {
        return certificates.certificate(name).toString();
    }
}
