package dev.jackstaff.edge.tls.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.edge.pem.TestCertificates;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReloadableSslContextTest {
    private static final String CA_FILE = "jackstaff.edge.store.redis.ca-file";
    private static final String CERTIFICATE = "jackstaff.edge.store.redis.client-certificate";
    private static final String KEY = "jackstaff.edge.store.redis.client-key";
    private static final String KEY_STORE = "jackstaff.edge.store.redis.client-keystore";
    private static final String PASSWORD = "jackstaff.edge.store.redis.client-keystore-password";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private static Path directory;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        certificates().create("edge", "EC");
        certificates().create("another", "EC");
        Files.writeString(
                directory.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n");
    }

    @Test
    void withoutFilesJavasDefaultIsUsed() {
        assertThat(ReloadableSslContext.of(TlsSettings.REDIS, EdgeSettings.of(Map.of()))
                        .current())
                .isEmpty();
    }

    @Test
    void unchangedFilesAreReadOnce() {
        ReloadableSslContext context =
                ReloadableSslContext.of(TlsSettings.REDIS, EdgeSettings.of(Map.of(CA_FILE, certificate("edge"))));

        assertThat(context.current()).isPresent().isEqualTo(context.current());
    }

    static Stream<Arguments> invalidSettings() {
        return Stream.of(
                argumentSet("a missing file", Map.of(CA_FILE, "absent.pem"), CA_FILE + " cannot be used: absent.pem"),
                argumentSet("a certificate without a key", Map.of(CERTIFICATE, certificate("edge")), KEY),
                argumentSet(
                        "two client certificates",
                        Map.of(CERTIFICATE, certificate("edge"), KEY, key("edge"), KEY_STORE, keyStore("edge")),
                        KEY_STORE + " must not be set both"),
                argumentSet(
                        "the key of another certificate",
                        Map.of(CERTIFICATE, certificate("edge"), KEY, key("another")),
                        CERTIFICATE + " cannot be used: the key in "),
                argumentSet(
                        "a key in an old form",
                        Map.of(
                                CERTIFICATE,
                                certificate("edge"),
                                KEY,
                                directory.resolve("old.pem").toString()),
                        "openssl pkcs8"),
                argumentSet(
                        "a wrong password",
                        Map.of(KEY_STORE, keyStore("edge"), PASSWORD, "hunter2"),
                        KEY_STORE + " cannot be used: "),
                argumentSet("a file that is no key store", Map.of(KEY_STORE, certificate("edge")), KEY_STORE));
    }

    @ParameterizedTest
    @MethodSource("invalidSettings")
    void invalidFilesAreRefusedAtOnceByTheirSetting(Map<String, String> settings, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReloadableSslContext.of(TlsSettings.REDIS, EdgeSettings.of(settings)))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal).message().doesNotContain("hunter2"));
    }

    private static String certificate(String name) {
        return certificates().certificate(name).toString();
    }

    private static String key(String name) {
        return certificates().key(name).toString();
    }

    private static String keyStore(String name) {
        return certificates().keyStoreFile(name).toString();
    }

    private static TestCertificates certificates() {
        return new TestCertificates(directory);
    }
}
