package dev.jackstaff.edge.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackstaff.edge.pem.Certificates;
import dev.jackstaff.edge.pem.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path place;

    @SuppressWarnings("NullAway.Init") // made first
    private Certificates certificates;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        certificates = new Certificates(place);
        certificates.make("one", "EC");
        certificates.make("two", "EC");
        replaceCertificate("one");
        replaceKey("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void keysOfEachKindFitTheirOwnCertificateAlone(String algorithm) throws IOException, InterruptedException {
        certificates.make("own", algorithm);
        certificates.make("another", algorithm);

        assertThat(Identity.of(Pem.read(certificates.certificate("own")), Pem.read(certificates.key("own")))
                        .subject())
                .isEqualTo("CN=own");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Identity.of(Pem.read(certificates.certificate("own")), Pem.read(certificates.key("another"))))
                .withMessageContaining("is not that of the certificate");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Identity.of(Pem.read(certificates.certificate("own")), Pem.read(certificates.key("two"))));
    }

    @Test
    void aPairThatIsReplacedIsTakenWhenItHasSettledAndOnce() throws IOException {
        IdentityFiles files = files();
        assertThat(files.look()).isEmpty();
        assertThat(files.look()).isEmpty();

        replaceCertificate("two");
        assertThat(files.look()).isEmpty();
        replaceKey("two");
        assertThat(files.look()).isEmpty();

        assertThat(files.look()).map(Identity::subject).contains("CN=two");
        assertThat(files.look()).isEmpty();
    }

    @Test
    void aPairThatStaysMismatchedIsRefusedOnce() throws IOException {
        IdentityFiles files = files();
        replaceKey("two");
        files.look();

        assertThatIllegalArgumentException().isThrownBy(files::look);
        assertThat(files.look()).isEmpty();

        replaceKey("one");
        files.look();
        assertThat(files.look()).map(Identity::subject).contains("CN=one");
    }

    @Test
    void aConnectionKeepsToTheIdentityItBeganWith() throws IOException {
        CurrentIdentity shown = new CurrentIdentity(files().identity());
        String begun = String.valueOf(shown.chooseEngineServerAlias("EC", null, null));

        shown.become(Identity.of(Pem.read(certificates.certificate("two")), Pem.read(certificates.key("two"))));
        String next = String.valueOf(shown.chooseEngineServerAlias("EC", null, null));

        assertThat(subject(shown, begun)).isEqualTo("CN=one");
        assertThat(subject(shown, next)).isEqualTo("CN=two");
        assertThat(shown.getPrivateKey(begun)).isNotEqualTo(shown.getPrivateKey(next));
        assertThat(shown.chooseEngineServerAlias("RSA", null, null)).isNull();
    }

    private static String subject(CurrentIdentity shown, String alias) {
        X509Certificate[] chain = shown.getCertificateChain(alias);
        return chain == null ? "nobody" : chain[0].getSubjectX500Principal().getName();
    }

    private IdentityFiles files() {
        return new IdentityFiles(place.resolve("served.crt"), place.resolve("served.key"));
    }

    private void replaceCertificate(String name) throws IOException {
        Files.copy(certificates.certificate(name), place.resolve("served.crt"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void replaceKey(String name) throws IOException {
        Files.copy(certificates.key(name), place.resolve("served.key"), StandardCopyOption.REPLACE_EXISTING);
    }
}
