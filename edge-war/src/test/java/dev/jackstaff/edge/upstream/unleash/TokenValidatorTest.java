package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.edge.upstream.UpstreamErrors;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenValidatorTest {
    private final FakeUnleashServer server = new FakeUnleashServer();
    private final UpstreamErrors errors = new UpstreamErrors();
    private final TokenValidator validator = new TokenValidator(server, errors);

    @Test
    void onlyTokensThatTheServerKnowsAreValid() throws IOException {
        UnleashToken known = server.backend("known", "sea");

        assertThat(validator.validate(List.of("known", "unknown"))).containsExactly(known);
    }

    @Test
    void manyTokensAreValidatedInSeveralRequests() throws IOException {
        validator.validate(
                IntStream.range(0, 250).mapToObj(number -> "token" + number).toList());

        assertThat(server.validations).extracting(List::size).containsExactly(100, 100, 50);
    }

    @Test
    void aFailureIsCountedAndOverWithTheNextAnswer() throws IOException {
        server.unreachable = true;
        assertThatThrownBy(() -> validator.validate(List.of("token"))).isInstanceOf(IOException.class);
        assertThat(validator.isFailing()).isTrue();
        assertThat(errors.counts()).containsEntry(UpstreamErrors.ErrorKind.VALIDATE, 1L);

        server.unreachable = false;
        validator.validate(List.of("token"));

        assertThat(validator.isFailing()).isFalse();
    }
}
