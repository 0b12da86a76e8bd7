package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.edge.upstream.UpstreamErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredTokensTest implements ConfiguredTokens.Listener {
    private final FakeUnleashServer server = new FakeUnleashServer();
    private final FakeTaskScheduler scheduler = new FakeTaskScheduler();
    private final List<UnleashToken> valid = new ArrayList<>();
    private int rounds;
    private final ConfiguredTokens tokens = new ConfiguredTokens(
            List.of("one", "two"), new TokenValidator(server, new UpstreamErrors()), scheduler, this);

    @Override
    public void validated(UnleashToken token) {
        valid.add(token);
    }

    @Override
    public void allAnswered() {
        rounds++;
    }

    @Test
    void whatTheServerKnowsIsValidAndAskedOnce() {
        UnleashToken one = server.backend("one", "sea");
        UnleashToken two = server.frontend("two", "sea");

        tokens.start();
        scheduler.advance(Duration.ofHours(1));

        assertThat(valid).containsExactlyInAnyOrder(one, two);
        assertThat(rounds).isEqualTo(1);
        assertThat(server.validations).hasSize(1);
    }

    @Test
    void aTokenIsAwaitedUntilTheServersFirstAnswer() {
        server.unreachable = true;
        tokens.start();
        scheduler.runDue();
        assertThat(tokens.awaits("one")).isTrue();
        assertThat(tokens.awaits("another")).isFalse();
        assertThat(tokens.areAnswered()).isFalse();

        server.unreachable = false;
        scheduler.advance(Duration.ofMinutes(1));

        assertThat(tokens.awaits("one")).isFalse();
        assertThat(tokens.areAnswered()).isTrue();
    }

    @Test
    void anUnknownTokenIsValidatedLessAndLessOften() {
        server.backend("one", "sea");
        tokens.start();

        scheduler.advance(Duration.ofMinutes(10));

        assertThat(valid).hasSize(1);
        assertThat(server.validations.get(0)).containsExactlyInAnyOrder("one", "two");
        assertThat(server.validations).hasSizeBetween(20, 60).last().isEqualTo(List.of("two"));
    }

    @Test
    void aConfiguredTokenThatWasRevokedIsValidatedAgain() {
        server.backend("one", "sea");
        server.backend("two", "sea");
        tokens.start();
        scheduler.runDue();

        tokens.markUnknown("one");
        tokens.markUnknown("presented by a client");
        scheduler.advance(Duration.ofMinutes(1));

        assertThat(server.validations).last().isEqualTo(List.of("one"));
        assertThat(valid).extracting(UnleashToken::secret).containsExactlyInAnyOrder("one", "two", "one");
    }

    @Test
    void anErrorEndsNoValidation() {
        server.validationBroken = true;
        tokens.start();
        assertThatThrownBy(scheduler::runDue).isInstanceOf(LinkageError.class);

        server.validationBroken = false;
        scheduler.advance(Duration.ofMinutes(1));

        assertThat(tokens.areAnswered()).isTrue();
    }
}
