package dev.jackstaff.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jackstaff.edge.upstream.FakeUpstream;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnvironmentDeliveryTest {
    private static final String BLUE = "flagsmith/blue";
    private static final String GREEN = "flagsmith/green";
    private static final String RED = "flagsmith/red";

    private final List<String> requests = new ArrayList<>();
    private final List<String> refusedKeys = new ArrayList<>();
    private final List<String> unreachableKeys = new ArrayList<>();
    private final EnvironmentDelivery delivery = new EnvironmentDelivery(FlagsmithAnalytics::of, this::post);

    private DeliveryResult post(String key, byte[] body) {
        if (unreachableKeys.contains(key)) {
            throw new IllegalStateException("unreachable");
        }
        requests.add(key + ' ' + new String(body, StandardCharsets.UTF_8));
        return refusedKeys.contains(key) ? DeliveryResult.REFUSED : DeliveryResult.ACCEPTED;
    }

    @Test
    void eachEnvironmentGetsItsCountsWithItsKey() throws InterruptedException {
        UsageBatch batch = batch(
                entry(GREEN, "banner", 1),
                entry(BLUE, "banner", 2),
                entry(BLUE, "checkout", 3),
                entry(BLUE, "banner", 4));

        assertThat(delivery.send(batch, upstream(Map.of(BLUE, "b", GREEN, "g"))))
                .isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(requests).containsExactly("b {\"banner\":6,\"checkout\":3}", "g {\"banner\":1}");
    }

    @Test
    void anEnvironmentWithoutAKeyIsLeftOut() throws InterruptedException {
        UsageBatch batch = batch(entry(BLUE, "banner", 2), entry(GREEN, "banner", 1));

        assertThat(delivery.send(batch, upstream(Map.of(GREEN, "g")))).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(requests).containsExactly("g {\"banner\":1}");
    }

    @Test
    void aBatchWithoutAnyKeyIsRefused() throws InterruptedException {
        assertThat(delivery.send(batch(entry(BLUE, "banner", 2)), upstream(Map.of())))
                .isEqualTo(DeliveryResult.REFUSED);
        assertThat(delivery.send(batch(), upstream(Map.of()))).isEqualTo(DeliveryResult.ACCEPTED);
    }

    @Test
    void whatHasNoKeyYetIsTheRemainderAndWhatHasOneIsSentOnce() throws InterruptedException {
        UsageBatch batch = batch(entry(BLUE, "banner", 2), entry(GREEN, "banner", 1));
        FakeUpstream early = new FakeUpstream(Map.of(GREEN, "g"), Optional.empty(), true);

        DeliveryResult result = delivery.send(batch, early);

        UsageBatch remainder = result.remainder().orElseThrow();
        assertThat(result.outcome()).isEqualTo(DeliveryResult.Outcome.INCOMPLETE);
        assertThat(remainder.entries()).containsExactly(entry(BLUE, "banner", 2));
        assertThat(delivery.send(remainder, new FakeUpstream(Map.of(), Optional.empty(), true))
                        .remainder())
                .contains(remainder);
        assertThat(delivery.send(remainder, new FakeUpstream(Map.of(BLUE, "b", GREEN, "g"), Optional.empty(), true)))
                .isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(requests).containsExactly("g {\"banner\":1}", "b {\"banner\":2}");
    }

    @Test
    void aKeyThatIsKnownOnlyAtTheRepetitionShiftsNothing() throws InterruptedException {
        UsageBatch batch = batch(entry(BLUE, "banner", 2), entry(GREEN, "banner", 1), entry(RED, "banner", 4));
        unreachableKeys.add("r");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        delivery.send(batch, new FakeUpstream(Map.of(GREEN, "g", RED, "r"), Optional.empty(), true)));

        unreachableKeys.clear();

        assertThat(delivery.send(
                        batch, new FakeUpstream(Map.of(BLUE, "b", GREEN, "g", RED, "r"), Optional.empty(), true)))
                .isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(requests).containsExactly("g {\"banner\":1}", "b {\"banner\":2}", "r {\"banner\":4}");
    }

    @Test
    void aRefusedPartDoesNotStopTheOthers() throws InterruptedException {
        refusedKeys.add("b");

        assertThat(delivery.send(
                        batch(entry(BLUE, "banner", 2), entry(GREEN, "banner", 1)),
                        upstream(Map.of(BLUE, "b", GREEN, "g"))))
                .isEqualTo(DeliveryResult.REFUSED);
        assertThat(requests).hasSize(2);
    }

    @Test
    void aRepeatedBatchContinuesWhereItFailed() throws InterruptedException {
        UsageBatch batch = batch(entry(BLUE, "banner", 2), entry(GREEN, "banner", 1));
        Upstream both = upstream(Map.of(BLUE, "b", GREEN, "g"));
        unreachableKeys.add("g");
        assertThatIllegalStateException().isThrownBy(() -> delivery.send(batch, both));

        unreachableKeys.clear();

        assertThat(delivery.send(batch, both)).isEqualTo(DeliveryResult.ACCEPTED);
        assertThat(requests).containsExactly("b {\"banner\":2}", "g {\"banner\":1}");
    }

    private static UsageBatch batch(UsageEntry... entries) {
        return new UsageBatch("edge-1", 1, Instant.EPOCH, 0, Stream.of(entries).toList(), List.of());
    }

    private static UsageEntry entry(String environment, String flag, long evaluations) {
        return new UsageEntry(environment, "shop", "", flag, true, "on", Instant.EPOCH, evaluations);
    }

    private static Upstream upstream(Map<String, String> keys) {
        return new FakeUpstream(keys, Optional.empty());
    }
}
