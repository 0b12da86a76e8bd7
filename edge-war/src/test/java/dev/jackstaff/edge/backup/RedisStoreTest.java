package dev.jackstaff.edge.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Edges that share a Redis; each {@link BackupFixture} is an edge, or a restarted one. */
class RedisStoreTest {
    private static final Credential TOKEN = new Credential(
            "token", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Credential.Kind.SERVER, null);
    private static final Logger LOG = Logger.getLogger(RedisStoreTest.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration NOT_LONG = Duration.ofSeconds(2);
    private static final byte[] NAME = BackupFixture.KEY.getBytes(StandardCharsets.UTF_8);
    private static final String NAMES = "test:{" + BackupEnvelope.shortHash(BackupFixture.ORIGIN) + "}:";

    private final Path directory;
    private final RedisProcess redis;
    private final List<BackupFixture> edges = new ArrayList<>();

    RedisStoreTest(@TempDir Path directory) {
        this.directory = directory;
        this.redis = RedisProcess.start(directory);
    }

    @AfterEach
    void stop() {
        edges.forEach(edge -> edge.backup.stop());
        redis.close();
    }

    /** An edge that starts without an upstream. */
    private BackupFixture edge() {
        return started(BackupFixture.restoredFrom(redis.address()));
    }

    private BackupFixture edge(Path disk) {
        return started(BackupFixture.restoredFrom(disk, redis.address()));
    }

    private BackupFixture started(BackupFixture edge) {
        edges.add(edge);
        return edge;
    }

    @Test
    void whatAnEdgeServedAnotherStartsFrom() {
        storeFromEdge(BackupFixture.snapshot(7, TOKEN), Duration.ofHours(2));

        BackupFixture restarted = edge();

        assertThat(restarted.revision()).isEqualTo(7);
        assertThat(restarted.environments.isReady()).isTrue();
        assertThat(restarted.environments.isComplete()).isFalse();
        assertThat(restarted.environments.access("test")).isInstanceOf(Access.Granted.class);
        assertThat(restarted.freshness.age(BackupFixture.KEY))
                .hasValueSatisfying(age -> assertThat(age).isBetween(Duration.ofHours(2), Duration.ofHours(3)));
    }

    @Test
    void withNothingAnywhereNobodyIsReady() {
        assertThat(edge().environments.isReady()).isFalse();
    }

    @Test
    void anOlderSnapshotNeverReplacesANewerOne() {
        storeFromEdge(BackupFixture.snapshot(8));
        storeFromEdge(BackupFixture.snapshot(7, TOKEN));

        BackupFixture restarted = edge();

        assertThat(restarted.revision()).isEqualTo(8);
        assertThat(restarted.environments.access("test")).isNotInstanceOf(Access.Granted.class);
    }

    @Test
    void ofManyThatWriteAtOnceTheNewestStays() {
        int edges = 6;
        List<CompletableFuture<Void>> writers = IntStream.range(0, edges)
                .mapToObj(edge -> CompletableFuture.runAsync(() -> offerInDisorder(edge)))
                .toList();
        writers.forEach(CompletableFuture::join);

        assertThat(edge().revision()).isEqualTo(1_000);
    }

    private void offerInDisorder(int edge) {
        try (RedisRepository repository = new RedisRepository(redis.address(), BackupFixture.ORIGIN)) {
            List<Long> revisions = new Random(edge).longs(200, 1, 1_000).boxed().toList();
            for (int i = 0; i < revisions.size(); i++) {
                long revision = edge == 3 && i == 100 ? 1_000 : revisions.get(i);
                repository.store(
                        new RedisRepository.Offer(BackupFixture.snapshot(revision), "", 0, 0),
                        SnapshotWriter.write(BackupFixture.snapshot(revision)));
            }
        }
    }

    @Test
    void ofDiskAndRedisTheNewerOneIsServedAndTheOtherCatchesUp() {
        Path disk = directory.resolve("disk");
        storeFromEdge(BackupFixture.snapshot(7));
        BackupFixture onDisk = BackupFixture.restoredFrom(disk).serve(BackupFixture.snapshot(9));
        onDisk.backup.stop();

        BackupFixture restarted = edge(disk);
        assertThat(restarted.revision()).isEqualTo(9);
        restarted.backup.stop();
        assertThat(edge().revision()).isEqualTo(9);

        storeFromEdge(BackupFixture.snapshot(11));
        BackupFixture restartedAgain = edge(disk);
        assertThat(restartedAgain.revision()).isEqualTo(11);
        restartedAgain.backup.stop();
        assertThat(BackupFixture.restoredFrom(disk).revision()).isEqualTo(11);
    }

    @Test
    void bytesThatWereChangedAreRefused() {
        storeFromEdge(BackupFixture.snapshot(7));
        changeDocument(document -> {
            document[document.length / 2] ^= 1;
            return document;
        });

        assertThat(edge().revision()).isZero();
    }

    @Test
    void bytesThatWereCutAreRefused() {
        storeFromEdge(BackupFixture.snapshot(7));
        changeDocument(document -> Arrays.copyOf(document, document.length - 1));

        assertThat(edge().revision()).isZero();
    }

    @Test
    void bytesOfAnotherOriginAreRefused() {
        storeFromEdge(BackupFixture.snapshot(7));
        changeDocument(document -> new BackupEnvelope(
                        "grid other", BackupFixture.KEY, SnapshotWriter.write(BackupFixture.snapshot(7)))
                .toBytes());

        assertThat(edge().revision()).isZero();
    }

    @Test
    void anOlderDocumentThatSomebodyPutsBackIsRefused() {
        storeFromEdge(BackupFixture.snapshot(7, TOKEN));
        byte[] oldDocument = document();
        storeFromEdge(BackupFixture.snapshot(8));
        changeDocument(document -> oldDocument);

        assertThat(edge().revision()).isZero();
    }

    @Test
    void whatIsBrokenIsReplacedByAnEdgeThatHasIt() {
        storeFromEdge(BackupFixture.snapshot(7));
        try (Jedis client = redis.openClient()) {
            client.del(NAMES + "snapshots");
        }
        storeFromEdge(BackupFixture.snapshot(7));

        assertThat(edge().revision()).isEqualTo(7);
    }

    @Test
    void aKeyThatWasTakenAwayIsSoInRedisBeforeAnythingElseHappens() {
        BackupFixture edge = edge().serve(BackupFixture.snapshot(7, TOKEN));
        edge.backup.storeNow(BackupFixture.snapshot(7, TOKEN));
        assertThat(edge().environments.access("test")).isInstanceOf(Access.Granted.class);

        edge.backup.storeNow(BackupFixture.snapshot(8));

        assertThat(edge().environments.access("test")).isNotInstanceOf(Access.Granted.class);
    }

    @Test
    void aForeignTokenThatOneEdgeKnowsToBeRevokedIsNotBroughtBackByAnother() {
        edge().serve(BackupFixture.foreignSnapshot(100, "a", TOKEN), Duration.ofSeconds(2))
                .serveRevocation(BackupFixture.foreignSnapshot(101, "a"), Duration.ofSeconds(1))
                .backup
                .stop();
        storeFromEdge(BackupFixture.foreignSnapshot(500, "b", TOKEN));

        BackupFixture restarted = edge();

        assertThat(restarted.revision()).isEqualTo(500);
        assertThat(restarted.environments.access("test")).isNotInstanceOf(Access.Granted.class);
    }

    @Test
    void ofForeignSnapshotsTheOneThatItsServerConfirmedLastCounts() {
        storeFromEdge(BackupFixture.foreignSnapshot(100, "a"), Duration.ofSeconds(1));
        storeFromEdge(BackupFixture.foreignSnapshot(500, "b"), Duration.ofMinutes(5));

        assertThat(edge().revision()).isEqualTo(100);

        storeFromEdge(BackupFixture.foreignSnapshot(50, "c"));

        assertThat(edge().revision()).isEqualTo(50);
    }

    @Test
    void aRemovedEnvironmentIsNotBroughtBackByAnEdgeThatIsBehind() {
        BackupFixture edge = edge().serve(BackupFixture.snapshot(7));
        edge.backup.stop();
        BackupFixture sibling = edge();
        sibling.environments.withdraw(BackupFixture.KEY);
        sibling.backup.delete(BackupFixture.KEY);
        storeFromEdge(BackupFixture.snapshot(7));
        assertThat(edge().revision()).isZero();

        String newId = "5d0d1bb8-2f0e-4a55-8a43-2f3f4fb0c9d2";
        storeFromEdge(BackupFixture.recreatedSnapshot(newId, 1, Instant.parse("2026-11-21T09:00:00Z")));
        storeFromEdge(BackupFixture.snapshot(7));

        assertThat(edge().revision()).isEqualTo(1);
    }

    @Test
    void aRedisThatIsAwayHoldsNobodyUpAndIsCaughtUpWithWhenItIsBack() {
        redis.kill();
        long startNanos = System.nanoTime();
        BackupFixture edge = edge().serve(BackupFixture.snapshot(7, TOKEN)).serveRevocation(BackupFixture.snapshot(8));
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(NOT_LONG);
        assertThat(edge.revision()).isEqualTo(8);
        assertThat(edge.backup.failureReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("redis://localhost"));

        redis.restart();

        await().atMost(LIMIT).until(() -> edge.backup.failureReason().isEmpty());
        await().atMost(LIMIT).until(() -> edge().revision() == 8);
        edge.backup.stop();
    }

    @Test
    void aRedisThatAnswersNothingHoldsNobodyUp() {
        BackupFixture edge = edge().serve(BackupFixture.snapshot(7, TOKEN));
        redis.freeze();
        long startNanos = System.nanoTime();
        edge.serveRevocation(BackupFixture.snapshot(8))
                .serve(BackupFixture.snapshot(9, TOKEN))
                .serveRevocation(BackupFixture.snapshot(10));
        BackupFixture otherEdge = edge();
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(NOT_LONG.multipliedBy(2));
        assertThat(edge.revision()).isEqualTo(10);

        redis.thaw();

        // What Redis has at the thaw is older; which of the two comes first, the reader or the writer, is chance.
        await().atMost(LIMIT).until(() -> otherEdge.revision() >= 7);
        await().atMost(LIMIT).until(() -> edge().revision() == 10);
    }

    @Test
    void whatWasRemovedWhileRedisAnsweredNothingIsNotBroughtBack() {
        storeFromEdge(BackupFixture.snapshot(7));
        storeFromEdge(BackupFixture.snapshotOf("staging", 3));
        redis.freeze();
        BackupFixture edge = edge();
        edge.intake.withdraw(BackupFixture.KEY);

        redis.thaw();

        await().atMost(LIMIT).until(() -> edge.environments.environment("demo/staging") != null);
        assertThat(edge.environments.environments()).containsOnlyKeys("demo/staging");
    }

    @Test
    void whatTheUpstreamBroughtWhileRedisAnsweredNothingStays() {
        storeFromEdge(BackupFixture.snapshot(7));
        storeFromEdge(BackupFixture.snapshotOf("staging", 3));
        redis.freeze();
        BackupFixture edge = edge();
        edge.intake.apply(BackupFixture.snapshot(2));

        redis.thaw();

        await().atMost(LIMIT).until(() -> edge.environments.environment("demo/staging") != null);
        assertThat(edge.revision()).isEqualTo(2);
    }

    @Test
    void aRedisThatLostEverythingIsFilledAgain() {
        BackupFixture edge = edge().serve(BackupFixture.snapshot(7));
        redis.kill();
        redis.restart();

        await().atMost(LIMIT).until(() -> edge().revision() == 7);
        edge.backup.stop();
    }

    @Test
    void edgesOfAnotherOriginAreNotInTheWay() {
        storeFromEdge(BackupFixture.snapshot(7));
        try (RedisRepository other = new RedisRepository(redis.address(), "grid other")) {
            other.store(
                    new RedisRepository.Offer(BackupFixture.snapshot(9), "", 0, 0),
                    SnapshotWriter.write(BackupFixture.snapshot(9)));
            assertThat(other.loadAll())
                    .extracting(restored -> restored.snapshot().revision())
                    .containsExactly(9L);
        }

        assertThat(edge().revision()).isEqualTo(7);
    }

    @Test
    void aPasswordIsUsedAndNeverTold() {
        try (RedisProcess protectedRedis = RedisProcess.start(directory, "--requirepass", "s3cret!")) {
            RedisSettings rightPassword =
                    protectedRedis.address(new RedisSettings.Credentials(Optional.empty(), Optional.of("s3cret!")));
            BackupFixture.restoredFrom(rightPassword)
                    .serve(BackupFixture.snapshot(7))
                    .backup
                    .stop();
            assertThat(BackupFixture.restoredFrom(rightPassword).revision()).isEqualTo(7);

            RedisSettings wrongPassword =
                    protectedRedis.address(new RedisSettings.Credentials(Optional.empty(), Optional.of("hunter2")));
            BackupFixture refused = BackupFixture.restoredFrom(wrongPassword);
            assertThat(refused.revision()).isZero();
            assertThat(refused.backup.failureReason())
                    .hasValueSatisfying(reason -> assertThat(reason).doesNotContain("hunter2"));
            assertThat(wrongPassword.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void aUserWithTheCommandsThatAreDocumentedIsEnough() throws IOException {
        Matcher commands = Pattern.compile("that a user of Redis needs: `([A-Z ]+)`")
                .matcher(Files.readString(Path.of("../docs/operations/edge.md")));
        assertThat(commands.find()).isTrue();
        List<String> rules = new ArrayList<>(List.of("on", ">word", "~test:*", "+client|setname"));
        Stream.of(commands.group(1).toLowerCase(Locale.ROOT).split(" ", -1)).forEach(name -> rules.add("+" + name));
        try (Jedis client = redis.openClient()) {
            client.aclSetUser("edge", rules.toArray(String[]::new));
        }
        RedisSettings address = redis.address(new RedisSettings.Credentials(Optional.of("edge"), Optional.of("word")));

        BackupFixture edge = started(BackupFixture.restoredFrom(address))
                .serve(BackupFixture.foreignSnapshot(7, "a", TOKEN))
                .serveRevocation(BackupFixture.foreignSnapshot(8, "a"));
        edge.backup.delete(BackupFixture.KEY);
        edge.backup.stop();

        assertThat(edge.backup.storeStatuses())
                .extracting(Backup.StoreStatus::failures)
                .containsExactly(0L);
    }

    private void storeFromEdge(Snapshot snapshot) {
        storeFromEdge(snapshot, Duration.ZERO);
    }

    /** Stores a snapshot as an edge with an upstream does, and stops that edge. */
    private void storeFromEdge(Snapshot snapshot, Duration age) {
        BackupFixture edge = BackupFixture.withoutStore().serve(snapshot, age);
        RedisStore store = new RedisStore(edge.environments, edge.freshness, redis.address(), lateSnapshots -> {});
        edge.environments.markComplete();
        LOG.log(Level.FINE, "Passed over: {0}.", store.load(BackupFixture.ORIGIN));
        store.stop();
    }

    private byte[] document() {
        try (Jedis client = redis.openClient()) {
            return client.hget((NAMES + "snapshots").getBytes(StandardCharsets.UTF_8), NAME);
        }
    }

    private void changeDocument(UnaryOperator<byte[]> change) {
        try (Jedis client = redis.openClient()) {
            client.hset((NAMES + "snapshots").getBytes(StandardCharsets.UTF_8), NAME, change.apply(document()));
        }
    }
}
