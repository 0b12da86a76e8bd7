package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenValidationReaderTest {
    @Test
    void backendAndFrontendTokensAreRead() {
        assertThat(read(
                        """
                        {"tokens": [
                            {"token": "a", "type": "client", "environment": "production", "projects": ["shop"]},
                            {"token": "b", "type": "FRONTEND", "projects": ["*"], "status": "Validated", "new": {}}
                        ]}
                        """,
                        "a",
                        "b"))
                .containsExactly(
                        new UnleashToken("a", Credential.Kind.SERVER, TokenScope.of(List.of("shop"), "production")),
                        new UnleashToken("b", Credential.Kind.CLIENT, TokenScope.of(List.of("*"), "default")));
    }

    @Test
    void invalidTokensAndOtherKindsAreLeftOut() {
        assertThat(read(
                        """
                        {"tokens": [
                            {"token": "a", "type": "client", "status": "invalid"},
                            {"token": "b", "type": "admin"},
                            {"token": "", "type": "client"},
                            {"type": "client"}
                        ]}
                        """,
                        "a",
                        "b",
                        ""))
                .isEmpty();
    }

    @Test
    void aTokenThatNobodyAskedAboutIsLeftOut() {
        assertThat(read("{\"tokens\": [{\"token\": \"a\", \"type\": \"client\"}]}", "b"))
                .isEmpty();
    }

    @Test
    void anotherDocumentIsAnError() {
        assertThatExceptionOfType(DocumentException.class).isThrownBy(() -> read("<html>"));
    }

    private static List<UnleashToken> read(String answer, String... requested) {
        return TokenValidationReader.read(answer.getBytes(StandardCharsets.UTF_8), Set.of(requested));
    }
}
