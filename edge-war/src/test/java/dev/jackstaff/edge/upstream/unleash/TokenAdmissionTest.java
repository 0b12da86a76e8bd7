package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.edge.upstream.UpstreamErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenAdmissionTest implements TokenAdmission.Listener {
    private final FakeUnleashServer server = new FakeUnleashServer();
    private final FakeTaskScheduler scheduler = new FakeTaskScheduler();
    private final List<UnleashToken> admitted = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<Boolean> ended = new ArrayList<>();
    private int batches;
    private final TokenAdmission admission =
            new TokenAdmission(new TokenValidator(server, new UpstreamErrors()), scheduler, this, scheduler::nanoTime);

    @Override
    public void admitted(UnleashToken token) {
        admitted.add(token);
    }

    @Override
    public void refused(String secret) {
        refused.add(secret);
    }

    @Override
    public void validationEnded(boolean answered) {
        ended.add(answered);
    }

    @Override
    public void batchAnswered() {
        batches++;
    }

    @Test
    void tokensOfOneMomentAreValidatedTogetherAndEachOnce() {
        UnleashToken one = server.backend("one", "sea");
        UnleashToken two = server.backend("two", "sea");

        admission.submit("one");
        admission.submit("two");
        admission.submit("one");
        scheduler.advance(Duration.ofSeconds(2));

        assertThat(server.validations).containsExactly(List.of("one", "two"));
        assertThat(admitted).containsExactly(one, two);
        assertThat(batches).isEqualTo(1);
    }

    @Test
    void aRefusalIsRememberedForAWhile() {
        assertThat(admission.submit("unknown")).isTrue();
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(admission.submit("unknown")).isFalse();
        assertThat(refused).containsExactly("unknown");
        assertThat(ended).containsExactly(true);

        scheduler.advance(TokenAdmission.REFUSAL_TIME_TO_LIVE);
        assertThat(admission.submit("unknown")).isTrue();
        assertThat(admitted).isEmpty();
    }

    @Test
    void anOutageRefusesNothingAndTheValidationIsRetried() {
        server.unreachable = true;
        UnleashToken one = server.backend("one", "sea");
        admission.submit("one");
        assertThat(admission.isUndecided("one")).isTrue();
        scheduler.advance(Duration.ofSeconds(3));
        assertThat(admission.submit("one")).isTrue();
        assertThat(admission.isUndecided("one")).isFalse();
        assertThat(ended).contains(false);

        server.unreachable = false;
        scheduler.advance(TokenAdmission.RETRY_DELAY);

        assertThat(admitted).containsExactly(one);
    }

    @Test
    void aServerThatRefusesTheWholeBatchIsAskedForEachToken() {
        server.statusOfBatches = 400;
        UnleashToken one = server.backend("one", "sea");

        admission.submit("one");
        admission.submit("broken");
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(admitted).containsExactly(one);
        assertThat(admission.submit("broken")).isFalse();
    }

    @Test
    void whatIsNoTokenIsNotAskedFor() {
        assertThat(admission.submit("two words")).isFalse();

        scheduler.advance(Duration.ofSeconds(1));
        assertThat(server.validations).isEmpty();
    }

    @Test
    void anErrorLosesNoToken() {
        server.validationBroken = true;
        UnleashToken one = server.backend("one", "sea");
        admission.submit("one");
        assertThatThrownBy(() -> scheduler.advance(Duration.ofSeconds(1))).isInstanceOf(LinkageError.class);

        server.validationBroken = false;
        scheduler.advance(Duration.ofSeconds(5));

        assertThat(admitted).containsExactly(one);
    }
}
