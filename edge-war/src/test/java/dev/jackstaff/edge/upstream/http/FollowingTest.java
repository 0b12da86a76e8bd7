package dev.jackstaff.edge.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.Intakes;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.ServedEnvironment;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private LookAlike upstream = started();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Source source = new Source(upstream.url(), LookAlike.KEY, () -> client, PATIENCE);
    private final Failures failures = new Failures();
    private final Taking taking =
            new Taking(source::snapshot, environments, Intakes.into(environments, freshness), failures);
    private final Following following = new Following(source, taking, failures);
    private final List<Thread> threads = List.of(new Thread(following), new Thread(taking));

    private static LookAlike started() {
        try {
            return LookAlike.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
        upstream.environments.serve(LookAlike.snapshot("production", 7));
        upstream.environments.serve(LookAlike.snapshot("staging", 1));
        upstream.environments.complete();
        upstream.freshness.confirm("demo/production", Duration.ofSeconds(100));
    }

    @AfterEach
    void stop() throws InterruptedException {
        upstream.close();
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(5_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void everythingIsTakenAndKeptUpWith() {
        threads.forEach(Thread::start);

        await().until(environments::isReady);
        assertThat(environments.environments()).containsOnlyKeys("demo/production", "demo/staging");
        assertThat(following.connected()).isTrue();

        upstream.environments.serve(LookAlike.snapshot("production", 8));
        await().until(() -> revision("production") == 8);

        upstream.environments.withdraw("demo/staging");
        await().until(() -> !environments.environments().containsKey("demo/staging"));
    }

    @Test
    void agesAddUpAndWhatNobodyKnowsStaysUnknown() {
        threads.forEach(Thread::start);

        await().until(() -> freshness.age("demo/production").isPresent());
        assertThat(freshness.age("demo/production").orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(100));
        assertThat(freshness.age("demo/staging")).isEmpty();

        upstream.freshness.confirm("demo/production", Duration.ZERO);
        await().until(() -> freshness.age("demo/production").orElseThrow().compareTo(Duration.ofSeconds(100)) < 0);
    }

    @Test
    void aBrokenStreamIsResumedWhereItWas() {
        threads.forEach(Thread::start);
        await().until(environments::isReady);

        upstream.breaking = true;
        await().until(() -> upstream.requests.stream().anyMatch(request -> request.contains("/stream after ")));
        upstream.breaking = false;

        upstream.environments.serve(LookAlike.snapshot("production", 9));
        await().until(() -> revision("production") == 9);
    }

    @Test
    void behindAProxyThatBuffersTheStateIsAskedFor() {
        upstream.buffering = true;

        threads.forEach(Thread::start);

        await().until(environments::isReady);
        upstream.environments.serve(LookAlike.snapshot("production", 8));
        await().atMost(Duration.ofSeconds(15)).until(() -> revision("production") == 8);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> upstream.requests.stream()
                                .filter("/api/v1/sync"::equals)
                                .count()
                        > 4);
        assertThat(upstream.requests.stream().filter(request -> request.contains("/stream")))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anOlderRevisionIsNeverGoneBackTo() {
        environments.serve(LookAlike.snapshot("production", 9));

        threads.forEach(Thread::start);

        await().until(environments::isReady);
        await().until(() -> freshness.age("demo/production").isPresent());
        assertThat(revision("production")).isEqualTo(9);
        assertThat(upstream.requests).noneMatch(request -> request.endsWith("/production"));
    }

    @Test
    void aSourceThatIsNotCompleteTakesNothingAway() {
        LookAlike partial = started();
        upstream.close();
        upstream = partial;
        partial.environments.serve(LookAlike.snapshot("production", 7));
        environments.serve(LookAlike.snapshot("staging", 1));
        List<Thread> both = from(partial);

        await().until(() -> revision("production") == 7);

        assertThat(environments.environments()).containsKey("demo/staging");
        assertThat(environments.isComplete()).isFalse();
        both.forEach(Thread::interrupt);
    }

    @Test
    void aSourceThatServesFromItsBackupIsEnoughToBeReady() {
        LookAlike restored = started();
        upstream.close();
        upstream = restored;
        restored.environments.serve(LookAlike.snapshot("production", 7));
        restored.environments.restored();
        environments.serve(LookAlike.snapshot("staging", 1));
        List<Thread> both = from(restored);

        await().until(environments::isReady);

        assertThat(environments.environments()).containsOnlyKeys("demo/production", "demo/staging");
        assertThat(environments.isComplete()).isFalse();
        both.forEach(Thread::interrupt);
    }

    private List<Thread> from(LookAlike another) {
        Source source = new Source(another.url(), LookAlike.KEY, () -> client, PATIENCE);
        Taking taking =
                new Taking(source::snapshot, environments, Intakes.into(environments, freshness), new Failures());
        List<Thread> both = List.of(new Thread(taking), new Thread(new Following(source, taking, new Failures())));
        both.forEach(Thread::start);
        return both;
    }

    private long revision(String environment) {
        ServedEnvironment served = environments.environment("demo/" + environment);
        return served == null ? -1 : served.revision();
    }
}
