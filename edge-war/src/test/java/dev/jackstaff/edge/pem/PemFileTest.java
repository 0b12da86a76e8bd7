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
    private static Path place;

    @SuppressWarnings("NullAway.Init") // made first
    private static String one;

    @SuppressWarnings("NullAway.Init") // made first
    private static String key;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        TestCertificates certificates = new TestCertificates(place);
        certificates.create("one", "EC");
        one = Files.readString(certificates.certificate("one"));
        key = Files.readString(certificates.key("one"));
    }

    @Test
    void aChainIsReadInItsOrderAndWordsBetweenArePassedOver() throws IOException, GeneralSecurityException {
        PemFile both = pem("subject=one\n" + one + "issuer=one\n" + one);

        assertThat(both.certificates())
                .hasSize(2)
                .allMatch(certificate ->
                        certificate.getSubjectX500Principal().getName().equals("CN=one"));
    }

    @Test
    void oneFileMayHaveBoth() throws IOException, GeneralSecurityException {
        PemFile both = pem(key + one);

        assertThat(both.certificates()).hasSize(1);
        assertThat(both.privateKey().getAlgorithm()).isEqualTo("EC");
    }

    static Stream<Arguments> torn() {
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("half a certificate", one.substring(0, one.length() / 2)),
                argumentSet("one and a half", one + one.substring(0, one.length() / 2)),
                argumentSet("a half and one", one.substring(0, one.length() / 2) + one));
    }

    @ParameterizedTest
    @MethodSource("torn")
    void tornCertificatesAreRefused(String content) {
        assertThatIOException().isThrownBy(() -> pem(content).certificates()).withMessageContaining("any.pem");
    }

    @Test
    void aTornKeyIsRefusedAndNotTold() {
        PemFile torn = pem(key.substring(0, key.length() / 2));

        assertThatIOException().isThrownBy(torn::privateKey).withMessageContaining("any.pem");
        assertThat(torn.toString()).endsWith("any.pem");
    }

    private static PemFile pem(String content) {
        return new PemFile(place.resolve("any.pem"), content);
    }
}
