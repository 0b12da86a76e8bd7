package dev.jackstaff.edge.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PemFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // made first
    private static String certificate;

    @SuppressWarnings("NullAway.Init") // made first
    private static String key;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        TestCertificates certificates = new TestCertificates(directory);
        certificates.create("one", "EC");
        certificate = Files.readString(certificates.certificate("one"));
        key = Files.readString(certificates.key("one"));
    }

    @Test
    void aChainIsReadInItsOrderAndWordsBetweenArePassedOver() throws IOException, GeneralSecurityException {
        PemFile file = pem("subject=one\n" + certificate + "issuer=one\n" + certificate);

        assertThat(file.certificates())
                .hasSize(2)
                .allMatch(certificate ->
                        certificate.getSubjectX500Principal().getName().equals("CN=one"));
    }

    @Test
    void oneFileMayHaveBoth() throws IOException, GeneralSecurityException {
        PemFile file = pem(key + certificate);

        assertThat(file.certificates()).hasSize(1);
        assertThat(file.privateKey().getAlgorithm()).isEqualTo("EC");
    }

    static Stream<Arguments> incompleteContents() {
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("half a certificate", certificate.substring(0, certificate.length() / 2)),
                argumentSet("one and a half", certificate + certificate.substring(0, certificate.length() / 2)),
                argumentSet("a half and one", certificate.substring(0, certificate.length() / 2) + certificate));
    }

    @ParameterizedTest
    @MethodSource("incompleteContents")
    void tornCertificatesAreRefused(String content) {
        assertThatIOException().isThrownBy(() -> pem(content).certificates()).withMessageContaining("any.pem");
    }

    @Test
    void aTornKeyIsRefusedAndNotTold() {
        PemFile incomplete = pem(key.substring(0, key.length() / 2));

        assertThatIOException().isThrownBy(incomplete::privateKey).withMessageContaining("any.pem");
        assertThat(incomplete.toString()).endsWith("any.pem");
    }

    private static PemFile pem(String content) {
        return new PemFile(directory.resolve("any.pem"), content);
    }
}
