package dev.jackstaff.api.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.domain.snapshot.SnapshotWithdrawn;
import dev.jackstaff.domain.snapshot.SnapshotsConfirmed;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.engine.EnvironmentAddress;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // in the container's place
class SnapshotLoaderTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final LiveEnvironments live = new LiveEnvironments();
    private final AtomicLong nanoTime = new AtomicLong();
    private final SnapshotLoader published = new SnapshotLoader();
    private final Set<String> stored =
            new LinkedHashSet<>(List.of("demo/production", "demo/staging", "shop/production"));
    private final SerialExecutor worker = new SerialExecutor();

    private Runnable beforeReading = () -> {};
    private Runnable afterReading = () -> {};
    private Runnable afterProjects = () -> {};

    @BeforeEach
    void aHub() {
        published.live = live;
        published.nanoTime = () -> nanoTime.getAndAdd(A_SECOND.toNanos());
        published.freshness = new Freshness();
        published.currentActor = new CurrentActor();
        published.executor = worker;
        worker.threads = new PlainThreadFactory();
        published.projects = new Projects() {
            @Override
            public List<ProjectView> list() {
                List<ProjectView> all = Stream.of("demo", "shop")
                        .map(key -> new ProjectView(UUID.randomUUID(), new ProjectKey(key), key, "", Instant.EPOCH, 1))
                        .toList();
                afterProjects.run();
                return all;
            }
        };
        published.environments = new Environments() {
            @Override
            public List<EnvironmentView> list(ProjectKey project) {
                List<EnvironmentView> all = stored.stream()
                        .filter(key -> key.startsWith(project + "/"))
                        .map(key -> view(project, EnvironmentAddress.parse(key).environment()))
                        .toList();
                if (all.isEmpty()) {
                    throw new DomainException.NotFound("project", project);
                }
                return all;
            }
        };
        published.snapshots = new Snapshots() {
            @Override
            public Snapshot current(ProjectKey project, EnvironmentKey environment) {
                beforeReading.run();
                if (!stored.contains(project + "/" + environment)) {
                    throw new DomainException.NotFound("environment", environment);
                }
                Snapshot read = snapshot(project.value(), environment.value());
                afterReading.run();
                return read;
            }
        };
    }

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void anEnvironmentDeletedSinceItWasListedIsPassedOver() {
        beforeReading = () -> stored.remove("demo/staging");

        published.load();

        assertThat(live.environments()).containsOnlyKeys("demo/production", "shop/production");
        assertThat(live.isComplete()).isTrue();
    }

    @Test
    void aProjectDeletedSinceItWasListedIsPassedOver() {
        afterProjects = () -> stored.remove("shop/production");

        published.load();

        assertThat(live.environments()).containsOnlyKeys("demo/production", "demo/staging");
        assertThat(live.isComplete()).isTrue();
    }

    @Test
    void anEnvironmentDeletedSinceItWasReadIsNotServed() {
        afterReading = () -> {
            if (stored.remove("demo/production")) {
                published.onWithdrawn(new SnapshotWithdrawn("demo/production"));
            }
        };

        published.load();

        await().untilAsserted(
                        () -> assertThat(live.environments()).containsOnlyKeys("demo/staging", "shop/production"));
    }

    @Test
    void theTimeUntilAConfirmationIsAppliedCountsAsAge() {
        published.load();

        published.onConfirmed(new SnapshotsConfirmed(
                new Heartbeat(Instant.EPOCH, Map.of("demo/production", new SnapshotHead("id-of-demo-production", 1)))));

        await().untilAsserted(() -> assertThat(published.freshness.age("demo/production"))
                .hasValueSatisfying(age -> assertThat(age).isGreaterThanOrEqualTo(A_SECOND)));
    }

    private static EnvironmentView view(ProjectKey project, String key) {
        return new EnvironmentView(
                UUID.randomUUID(),
                project,
                new EnvironmentKey(key),
                key,
                false,
                0,
                EnvironmentColour.BLUE,
                1,
                Instant.EPOCH,
                1);
    }

    private static Snapshot snapshot(String project, String environment) {
        return new Snapshot(
                project,
                environment,
                "id-of-" + project + "-" + environment,
                1,
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of());
    }
}
