package dev.jackstaff.edge.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackstaff.edge.pem.CertifiedKey;
import dev.jackstaff.edge.pem.PemFile;
import dev.jackstaff.edge.pem.TestCertificates;
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

class CertificateFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path directory;

    @SuppressWarnings("NullAway.Init") // made first
    private TestCertificates certificates;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        certificates = new TestCertificates(directory);
        certificates.create("one", "EC");
        certificates.create("two", "EC");
        replaceCertificate("one");
        replaceKey("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void keysOfEachKindFitTheirOwnCertificateAlone(String algorithm) throws IOException, InterruptedException {
        certificates.create("own", algorithm);
        certificates.create("another", algorithm);

        assertThat(CertifiedKey.of(PemFile.read(certificates.certificate("own")), PemFile.read(certificates.key("own")))
                        .subject())
                .isEqualTo("CN=own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertifiedKey.of(
                        PemFile.read(certificates.certificate("own")), PemFile.read(certificates.key("another"))))
                .withMessageContaining("is not that of the certificate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertifiedKey.of(
                        PemFile.read(certificates.certificate("own")), PemFile.read(certificates.key("two"))));
    }

    @Test
    void aPairThatIsReplacedIsTakenWhenItHasSettledAndOnce() throws IOException {
        CertificateFiles files = files();
        assertThat(files.pollReplacement()).isEmpty();
        assertThat(files.pollReplacement()).isEmpty();

        replaceCertificate("two");
        assertThat(files.pollReplacement()).isEmpty();
        replaceKey("two");
        assertThat(files.pollReplacement()).isEmpty();

        assertThat(files.pollReplacement()).map(CertifiedKey::subject).contains("CN=two");
        assertThat(files.pollReplacement()).isEmpty();
    }

    @Test
    void aPairThatStaysMismatchedIsRefusedOnce() throws IOException {
        CertificateFiles files = files();
        replaceKey("two");
        files.pollReplacement();

        assertThatIllegalArgumentException().isThrownBy(files::pollReplacement);
        assertThat(files.pollReplacement()).isEmpty();

        replaceKey("one");
        files.pollReplacement();
        assertThat(files.pollReplacement()).map(CertifiedKey::subject).contains("CN=one");
    }

    @Test
    void aConnectionKeepsToTheIdentityItBeganWith() throws IOException {
        ReloadableKeyManager keyManager = new ReloadableKeyManager(files().current());
        String firstAlias = String.valueOf(keyManager.chooseEngineServerAlias("EC", null, null));

        keyManager.replace(
                CertifiedKey.of(PemFile.read(certificates.certificate("two")), PemFile.read(certificates.key("two"))));
        String nextAlias = String.valueOf(keyManager.chooseEngineServerAlias("EC", null, null));

        assertThat(subject(keyManager, firstAlias)).isEqualTo("CN=one");
        assertThat(subject(keyManager, nextAlias)).isEqualTo("CN=two");
        assertThat(keyManager.getPrivateKey(firstAlias)).isNotEqualTo(keyManager.getPrivateKey(nextAlias));
        assertThat(keyManager.chooseEngineServerAlias("RSA", null, null)).isNull();
    }

    private static String subject(ReloadableKeyManager keyManager, String alias) {
        X509Certificate[] chain = keyManager.getCertificateChain(alias);
        return chain == null ? "nobody" : chain[0].getSubjectX500Principal().getName();
    }

    private CertificateFiles files() {
        return new CertificateFiles(directory.resolve("served.crt"), directory.resolve("served.key"));
    }

    private void replaceCertificate(String name) throws IOException {
        Files.copy(
                certificates.certificate(name), directory.resolve("served.crt"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void replaceKey(String name) throws IOException {
        Files.copy(certificates.key(name), directory.resolve("served.key"), StandardCopyOption.REPLACE_EXISTING);
    }
}
