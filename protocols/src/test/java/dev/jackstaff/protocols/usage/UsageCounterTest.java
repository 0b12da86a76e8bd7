package dev.jackstaff.protocols.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.EvaluationCount;
import dev.jackstaff.protocols.usage.UsageCounter.CounterKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UsageCounterTest {
    private static final CounterKey CHECKOUT = counted("checkout");

    @Test
    void whatIsDrainedIsDrainedOnceAndKnownOn() {
        UsageCounter usage = new UsageCounter();
        usage.add(CHECKOUT, 2);
        usage.add(CHECKOUT, 3);

        assertThat(usage.drain().counts()).containsExactly(Map.entry(CHECKOUT, 5L));
        assertThat(usage.drain().isEmpty()).isTrue();
        assertThat(usage.counts()).containsEntry(CHECKOUT, 5L);
    }

    @Test
    void totalsOutliveTheCountsTheyAreMadeOf() {
        UsageCounter usage = new UsageCounter();
        usage.add(CHECKOUT, 2);
        usage.drain();
        usage.add(CHECKOUT, 3);
        UsageCounter.TotalKey total = new UsageCounter.TotalKey(CHECKOUT.environment(), CHECKOUT.enabled());
        assertThat(usage.totals()).containsExactly(Map.entry(total, 5L));

        for (int i = 0; i <= UsageCounter.MAX_IDLE_DRAINS + 1; i++) {
            usage.drain();
        }

        assertThat(usage.counts()).isEmpty();
        assertThat(usage.totals()).containsExactly(Map.entry(total, 5L));
    }

    @Test
    void nothingIsLostOrDoubledWhileManyCountAndOneDrains() throws InterruptedException {
        UsageCounter usage = new UsageCounter(8);
        int threads = 4;
        int each = 200_000;
        CountDownLatch done = new CountDownLatch(threads);
        List<Thread> counting = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    usage.add(counted("flag" + n % 12), 1);
                }
                done.countDown();
            });
            counting.add(thread);
            thread.start();
        }

        long found = 0;
        while (done.getCount() > 0) {
            found += total(usage.drain());
        }
        for (Thread thread : counting) {
            thread.join();
        }
        found += total(usage.drain()) + total(usage.drain());

        assertThat(found).isEqualTo((long) threads * each);
    }

    @Test
    void beyondTheBoundCountsAreDroppedAndThatIsCountedOnce() {
        UsageCounter usage = new UsageCounter(1);
        usage.add(CHECKOUT, 1);
        usage.add(counted("other"), 7);

        assertThat(usage.drain().dropped()).isEqualTo(7);
        assertThat(usage.drain().dropped()).isZero();
        assertThat(usage.dropped()).isEqualTo(7);
    }

    @Test
    void noNumberOfEvaluationsOverflows() {
        UsageCounter usage = new UsageCounter(1);
        UsageCounter.TotalKey total = new UsageCounter.TotalKey(CHECKOUT.environment(), CHECKOUT.enabled());
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 20_000; i++) {
                usage.add(CHECKOUT, EvaluationCount.MAX);
                usage.add(CHECKOUT, Long.MAX_VALUE);
                usage.add(counted("other"), Long.MAX_VALUE);
            }

            assertThat(usage.totals().get(total)).isBetween(1L, EvaluationCount.MAX_SUM);
            UsageCounter.UsageDelta drained = usage.drain();
            assertThat(drained.counts().get(CHECKOUT)).isEqualTo(EvaluationCount.MAX_SUM);
            assertThat(drained.dropped()).isEqualTo(EvaluationCount.MAX_SUM);
        }

        assertThat(usage.totals()).containsEntry(total, EvaluationCount.MAX_SUM);
        assertThat(usage.counts()).containsEntry(CHECKOUT, EvaluationCount.MAX_SUM);
        assertThat(usage.dropped()).isEqualTo(EvaluationCount.MAX_SUM);
    }

    @Test
    void applicationsThatClientsMakeUpCostNoCountAndNoOtherEnvironmentAnything() {
        UsageCounter usage = new UsageCounter(100);
        for (int i = 0; i < 1_000; i++) {
            usage.add(new CounterKey("noisy/production", "made-up-" + i, "", "checkout", true, "on"), 1);
        }
        CounterKey other = new CounterKey("quiet/production", "shop", "", "checkout", true, "on");
        usage.add(other, 3);

        UsageCounter.UsageDelta drained = usage.drain();

        assertThat(drained.dropped()).isZero();
        assertThat(drained.counts())
                .containsEntry(other, 3L)
                .containsEntry(new CounterKey("noisy/production", "", "", "checkout", true, "on"), 980L);
        assertThat(total(drained)).isEqualTo(1_003);
    }

    @Test
    void unknownFlagsAreCountedWithinABoundAndCostNoOtherCountAnything() {
        UsageCounter usage = new UsageCounter();
        for (int i = 0; i < 20_000; i++) {
            usage.addUnknown(new CounterKey("demo/production", "shop", "", "made-up-" + i, true, ""), 1);
        }
        usage.addUnknown(new CounterKey("other/production", "shop", "", "ghost", true, ""), 4);
        usage.add(CHECKOUT, 3);

        UsageCounter.UsageDelta drained = usage.drain();

        assertThat(drained.dropped()).isZero();
        assertThat(drained.counts())
                .hasSize(1_002)
                .containsEntry(CHECKOUT, 3L)
                .containsEntry(new CounterKey("other/production", "shop", "", "ghost", true, ""), 4L);
        usage.drain();
        usage.addUnknown(new CounterKey("demo/production", "shop", "", "later", true, ""), 1);
        assertThat(usage.drain().counts()).hasSize(1);
    }

    @Test
    void roomOfAnApplicationThatIsIdleIsUsedAgain() {
        UsageCounter usage = new UsageCounter(5);
        CounterKey first = new CounterKey("demo/production", "first", "", "checkout", true, "on");
        CounterKey second = new CounterKey("demo/production", "second", "", "checkout", true, "on");
        usage.add(first, 1);
        usage.drain();
        usage.drain();

        usage.add(second, 2);

        assertThat(usage.drain().counts()).containsOnly(Map.entry(second, 2L));
    }

    @Test
    void whatIsIdleMakesRoomWhereThereIsNone() {
        UsageCounter usage = new UsageCounter(1);
        usage.add(CHECKOUT, 1);
        assertThat(total(usage.drain())).isEqualTo(1);
        assertThat(total(usage.drain())).isZero();

        usage.add(counted("other"), 7);

        assertThat(usage.drain().counts()).containsKey(counted("other"));
    }

    @Test
    void whatIsIdleForLongIsForgotten() {
        UsageCounter usage = new UsageCounter();
        usage.add(CHECKOUT, 1);

        for (int i = 0; i <= UsageCounter.MAX_IDLE_DRAINS; i++) {
            assertThat(usage.counts()).containsKey(CHECKOUT);
            assertThat(usage.drain().dropped()).isZero();
        }

        assertThat(usage.counts()).isEmpty();
    }

    @Test
    void reportsAreHandedOutOnceAndBounded() {
        UsageCounter usage = new UsageCounter();
        JsonText large = JsonText.parse("{\"a\":\"" + "x".repeat(400_000) + "\"}");
        for (int i = 0; i < 3; i++) {
            usage.addReport(ClientReport.Kind.UNLEASH_IMPACT, "demo/production", large);
        }

        assertThat(usage.drain().reports()).hasSize(2);
        assertThat(usage.drain().reports()).isEmpty();
        assertThat(usage.droppedReports()).isEqualTo(1);
    }

    @Test
    void reportsOfOneEnvironmentCostNoOtherItsOwn() {
        UsageCounter usage = new UsageCounter();
        JsonText large = JsonText.parse("{\"a\":\"" + "x".repeat(400_000) + "\"}");
        for (int i = 0; i < 30; i++) {
            usage.addReport(ClientReport.Kind.UNLEASH_IMPACT, "noisy/production", large);
        }

        usage.addReport(ClientReport.Kind.UNLEASH_IMPACT, "quiet/production", large);

        assertThat(usage.drain().reports())
                .extracting(ClientReport::environment)
                .contains("quiet/production");
    }

    private static long total(UsageCounter.UsageDelta drained) {
        return drained.dropped()
                + drained.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private static CounterKey counted(String flag) {
        return new CounterKey("demo/production", "", "", flag, true, "on");
    }
}
