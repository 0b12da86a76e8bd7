package dev.jackstaff.edge.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.edge.upstream.IntakeFixture;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.client.TimeLimits;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The follower and the fetcher with a real server of the sync protocol. */
class SyncUpstreamTest {
    private static final TimeLimits LIMITS = TimeLimits.of(Duration.ofMillis(800));
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final UpstreamClient CLIENT = new UpstreamClient(EdgeSettings.of(Map.of()), Duration.ofSeconds(2));

    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private FakeSyncServer upstream = started();

    private final SyncClient source = new SyncClient(upstream.url(), FakeSyncServer.KEY, CLIENT, LIMITS);
    private final UpstreamErrors failures = new UpstreamErrors();
    private final SnapshotFetcher fetcher =
            new SnapshotFetcher(source, environments, IntakeFixture.create(environments, freshness), failures);
    private final SyncFollower follower = new SyncFollower(source, fetcher, failures);

    private static FakeSyncServer started() {
        try {
            return FakeSyncServer.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
        upstream.environments.serve(FakeSyncServer.snapshot("production", 7));
        upstream.environments.serve(FakeSyncServer.snapshot("staging", 1));
        upstream.environments.markComplete();
        upstream.freshness.confirm("demo/production", Duration.ofSeconds(100));
    }

    @AfterEach
    void stop() {
        upstream.close();
        follower.stop(STOP_LIMIT);
        fetcher.stop(STOP_LIMIT);
    }

    @Test
    void everythingIsTakenAndKeptUpWith() {
        start();

        await().until(environments::isReady);
        assertThat(environments.environments()).containsOnlyKeys("demo/production", "demo/staging");
        assertThat(follower.connected()).isTrue();

        upstream.environments.serve(FakeSyncServer.snapshot("production", 8));
        await().until(() -> revision("production") == 8);

        upstream.environments.withdraw("demo/staging");
        await().until(() -> !environments.environments().containsKey("demo/staging"));
    }

    @Test
    void agesAddUpAndWhatNobodyKnowsStaysUnknown() {
        start();

        await().until(() -> freshness.age("demo/production").isPresent());
        assertThat(freshness.age("demo/production").orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(100));
        assertThat(freshness.age("demo/staging")).isEmpty();

        upstream.freshness.confirm("demo/production", Duration.ZERO);
        await().until(() -> freshness.age("demo/production").orElseThrow().compareTo(Duration.ofSeconds(100)) < 0);
    }

    @Test
    void aBrokenStreamIsResumedWhereItWas() {
        start();
        await().until(environments::isReady);

        upstream.dropsStreams = true;
        await().until(() -> upstream.requests.stream().anyMatch(request -> request.contains("/stream after ")));
        upstream.dropsStreams = false;

        upstream.environments.serve(FakeSyncServer.snapshot("production", 9));
        await().until(() -> revision("production") == 9);
    }

    @Test
    void behindAProxyThatBuffersTheStateIsAskedFor() {
        upstream.holdsBackEvents = true;

        start();

        await().until(environments::isReady);
        upstream.environments.serve(FakeSyncServer.snapshot("production", 8));
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
        environments.serve(FakeSyncServer.snapshot("production", 9));

        start();

        await().until(environments::isReady);
        await().until(() -> freshness.age("demo/production").isPresent());
        assertThat(revision("production")).isEqualTo(9);
        assertThat(upstream.requests).noneMatch(request -> request.endsWith("/production"));
    }

    @Test
    void aSourceThatIsNotCompleteTakesNothingAway() {
        FakeSyncServer partial = started();
        upstream.close();
        upstream = partial;
        partial.environments.serve(FakeSyncServer.snapshot("production", 7));
        environments.serve(FakeSyncServer.snapshot("staging", 1));
        Runnable stop = from(partial);

        await().until(() -> revision("production") == 7);

        assertThat(environments.environments()).containsKey("demo/staging");
        assertThat(environments.isComplete()).isFalse();
        stop.run();
    }

    @Test
    void aSourceThatServesFromItsBackupIsEnoughToBeReady() {
        FakeSyncServer restored = started();
        upstream.close();
        upstream = restored;
        restored.environments.serve(FakeSyncServer.snapshot("production", 7));
        restored.environments.markRestored();
        environments.serve(FakeSyncServer.snapshot("staging", 1));
        Runnable stop = from(restored);

        await().until(environments::isReady);

        assertThat(environments.environments()).containsOnlyKeys("demo/production", "demo/staging");
        assertThat(environments.isComplete()).isFalse();
        stop.run();
    }

    private void start() {
        fetcher.start();
        follower.start();
    }

    /** Follows another server too; returns how to stop that. */
    private Runnable from(FakeSyncServer another) {
        SyncClient anotherSource = new SyncClient(another.url(), FakeSyncServer.KEY, CLIENT, LIMITS);
        SnapshotFetcher anotherFetcher = new SnapshotFetcher(
                anotherSource, environments, IntakeFixture.create(environments, freshness), new UpstreamErrors());
        SyncFollower anotherFollower = new SyncFollower(anotherSource, anotherFetcher, new UpstreamErrors());
        anotherFetcher.start();
        anotherFollower.start();
        return () -> {
            anotherFollower.stop(STOP_LIMIT);
            anotherFetcher.stop(STOP_LIMIT);
        };
    }

    private long revision(String environment) {
        ServedEnvironment served = environments.environment("demo/" + environment);
        return served == null ? -1 : served.revision();
    }
}
