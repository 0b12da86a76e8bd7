package dev.jackstaff.edge.tls.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.pem.TestCertificates;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTrustTest {
    private static final String ONLY = "jackstaff.edge.upstream.ca-file";
    private static final String ALSO = "UPSTREAM_CERTIFICATE_FILE";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private static Path directory;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        new TestCertificates(directory).create("one", "EC");
        new TestCertificates(directory).create("two", "EC");
    }

    private static long authorities(Map<String, String> settings) throws GeneralSecurityException {
        TrustManager[] managers =
                ServerTrust.of(TlsSettings.UPSTREAM, EdgeSettings.of(settings)).trustManagers();
        return Stream.ofNullable(managers)
                .flatMap(Stream::of)
                .map(X509TrustManager.class::cast)
                .mapToLong(manager -> manager.getAcceptedIssuers().length)
                .sum();
    }

    private static String certificate(String name) {
        return new TestCertificates(directory).certificate(name).toString();
    }

    @Test
    void authoritiesReplaceJavasOwn() throws GeneralSecurityException {
        assertThat(authorities(Map.of(ONLY, certificate("one")))).isEqualTo(1);
    }

    @Test
    void furtherAuthoritiesAreAddedToThem() throws GeneralSecurityException {
        assertThat(authorities(Map.of(ONLY, certificate("one"), ALSO, certificate("two"))))
                .isEqualTo(2);
    }

    @Test
    void withoutOthersTheyAreAddedToJavasOwn() throws GeneralSecurityException {
        assertThat(authorities(Map.of(ALSO, certificate("one")))).isGreaterThan(20);
    }

    @Test
    void withoutSettingsJavasOwnAreTrusted() throws GeneralSecurityException {
        assertThat(authorities(Map.of())).isZero();
    }
}
