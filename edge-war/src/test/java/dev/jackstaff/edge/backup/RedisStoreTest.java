package dev.jackstaff.edge.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.Access;
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

/** Edges that share a Redis; each {@link Kept} is one, or one started anew. */
class RedisStoreTest {
    private static final Credential TOKEN = new Credential(
            "token", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Credential.Kind.SERVER, null);
    private static final Logger LOG = Logger.getLogger(RedisStoreTest.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration NOT_LONG = Duration.ofSeconds(2);
    private static final byte[] NAME = Kept.KEY.getBytes(StandardCharsets.UTF_8);
    private static final String NAMES = "test:{" + Sealed.shortHash(Kept.ORIGIN) + "}:";

    private final Path directory;
    private final RedisServer redis;
    private final List<Kept> edges = new ArrayList<>();

    RedisStoreTest(@TempDir Path directory) {
        this.directory = directory;
        this.redis = RedisServer.start(directory);
    }

    @AfterEach
    void stop() {
        edges.forEach(edge -> edge.backup.stop());
        redis.close();
    }

    /** An edge that starts, and has no upstream. */
    private Kept edge() {
        return started(Kept.in(redis.address()));
    }

    private Kept edge(Path disk) {
        return started(Kept.in(disk, redis.address()));
    }

    private Kept started(Kept edge) {
        edges.add(edge);
        return edge;
    }

    @Test
    void whatAnEdgeServedAnotherStartsFrom() {
        kept(Kept.at(7, TOKEN), Duration.ofHours(2));

        Kept fresh = edge();

        assertThat(fresh.revision()).isEqualTo(7);
        assertThat(fresh.environments.isReady()).isTrue();
        assertThat(fresh.environments.isComplete()).isFalse();
        assertThat(fresh.environments.access("test")).isInstanceOf(Access.Granted.class);
        assertThat(fresh.freshness.age(Kept.KEY))
                .hasValueSatisfying(age -> assertThat(age).isBetween(Duration.ofHours(2), Duration.ofHours(3)));
    }

    @Test
    void withNothingAnywhereNobodyIsReady() {
        assertThat(edge().environments.isReady()).isFalse();
    }

    @Test
    void anOlderSnapshotNeverReplacesANewerOne() {
        kept(Kept.at(8));
        kept(Kept.at(7, TOKEN));

        Kept fresh = edge();

        assertThat(fresh.revision()).isEqualTo(8);
        assertThat(fresh.environments.access("test")).isNotInstanceOf(Access.Granted.class);
    }

    @Test
    void ofManyThatWriteAtOnceTheNewestStays() {
        int edges = 6;
        List<CompletableFuture<Void>> writing = IntStream.range(0, edges)
                .mapToObj(edge -> CompletableFuture.runAsync(() -> offerInDisorder(edge)))
                .toList();
        writing.forEach(CompletableFuture::join);

        assertThat(edge().revision()).isEqualTo(1_000);
    }

    private void offerInDisorder(int edge) {
        try (RedisShelf shelf = new RedisShelf(redis.address(), Kept.ORIGIN)) {
            List<Long> revisions = new Random(edge).longs(200, 1, 1_000).boxed().toList();
            for (int i = 0; i < revisions.size(); i++) {
                long revision = edge == 3 && i == 100 ? 1_000 : revisions.get(i);
                shelf.keep(new RedisShelf.Offer(Kept.at(revision), "", 0, 0), SnapshotWriter.write(Kept.at(revision)));
            }
        }
    }

    @Test
    void ofDiskAndRedisTheNewerOneIsServedAndTheOtherCatchesUp() {
        Path disk = directory.resolve("disk");
        kept(Kept.at(7));
        Kept onDisk = Kept.in(disk).take(Kept.at(9));
        onDisk.backup.stop();

        Kept both = edge(disk);
        assertThat(both.revision()).isEqualTo(9);
        both.backup.stop();
        assertThat(edge().revision()).isEqualTo(9);

        kept(Kept.at(11));
        Kept again = edge(disk);
        assertThat(again.revision()).isEqualTo(11);
        again.backup.stop();
        assertThat(Kept.in(disk).revision()).isEqualTo(11);
    }

    @Test
    void bytesThatWereChangedAreRefused() {
        kept(Kept.at(7));
        change(document -> {
            document[document.length / 2] ^= 1;
            return document;
        });

        assertThat(edge().revision()).isZero();
    }

    @Test
    void bytesThatWereCutAreRefused() {
        kept(Kept.at(7));
        change(document -> Arrays.copyOf(document, document.length - 1));

        assertThat(edge().revision()).isZero();
    }

    @Test
    void bytesOfAnotherOriginAreRefused() {
        kept(Kept.at(7));
        change(document -> new Sealed("grid other", Kept.KEY, SnapshotWriter.write(Kept.at(7))).bytes());

        assertThat(edge().revision()).isZero();
    }

    @Test
    void anOlderDocumentThatSomebodyPutsBackIsRefused() {
        kept(Kept.at(7, TOKEN));
        byte[] old = document();
        kept(Kept.at(8));
        change(document -> old);

        assertThat(edge().revision()).isZero();
    }

    @Test
    void whatIsBrokenIsReplacedByAnEdgeThatHasIt() {
        kept(Kept.at(7));
        try (Jedis hand = redis.byHand()) {
            hand.del(NAMES + "snapshots");
        }
        kept(Kept.at(7));

        assertThat(edge().revision()).isEqualTo(7);
    }

    @Test
    void aKeyThatWasTakenAwayIsSoInRedisBeforeAnythingElseHappens() {
        Kept edge = edge().take(Kept.at(7, TOKEN));
        edge.backup.keepNow(Kept.at(7, TOKEN));
        assertThat(edge().environments.access("test")).isInstanceOf(Access.Granted.class);

        edge.backup.keepNow(Kept.at(8));

        assertThat(edge().environments.access("test")).isNotInstanceOf(Access.Granted.class);
    }

    @Test
    void aForeignTokenThatOneEdgeKnowsToBeRevokedIsNotBroughtBackByAnother() {
        edge().take(Kept.foreign(100, "a", TOKEN))
                .takeNow(Kept.foreign(101, "a"))
                .backup
                .stop();
        kept(Kept.foreign(500, "b", TOKEN));

        Kept fresh = edge();

        assertThat(fresh.revision()).isEqualTo(500);
        assertThat(fresh.environments.access("test")).isNotInstanceOf(Access.Granted.class);
    }

    @Test
    void ofForeignSnapshotsTheOneThatItsServerConfirmedLastCounts() {
        kept(Kept.foreign(100, "a"));
        kept(Kept.foreign(500, "b"), Duration.ofMinutes(5));

        assertThat(edge().revision()).isEqualTo(100);

        kept(Kept.foreign(50, "c"));

        assertThat(edge().revision()).isEqualTo(50);
    }

    @Test
    void aRemovedEnvironmentIsNotBroughtBackByAnEdgeThatIsBehind() {
        Kept edge = edge().take(Kept.at(7));
        edge.backup.stop();
        Kept sibling = edge();
        sibling.environments.withdraw(Kept.KEY);
        sibling.backup.drop(Kept.KEY);
        kept(Kept.at(7));
        assertThat(edge().revision()).isZero();

        String anew = "5d0d1bb8-2f0e-4a55-8a43-2f3f4fb0c9d2";
        kept(Kept.remade(anew, 1, Instant.parse("2026-11-21T09:00:00Z")));
        kept(Kept.at(7));

        assertThat(edge().revision()).isEqualTo(1);
    }

    @Test
    void aRedisThatIsAwayHoldsNobodyUpAndIsCaughtUpWithWhenItIsBack() {
        redis.kill();
        long begun = System.nanoTime();
        Kept edge = edge().take(Kept.at(7, TOKEN)).takeNow(Kept.at(8));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(NOT_LONG);
        assertThat(edge.revision()).isEqualTo(8);
        assertThat(edge.backup.trouble())
                .hasValueSatisfying(told -> assertThat(told).contains("redis://localhost"));

        redis.restart();

        await().atMost(LIMIT).until(() -> edge.backup.trouble().isEmpty());
        await().atMost(LIMIT).until(() -> edge().revision() == 8);
        edge.backup.stop();
    }

    @Test
    void aRedisThatAnswersNothingHoldsNobodyUp() {
        Kept edge = edge().take(Kept.at(7, TOKEN));
        redis.freeze();
        long begun = System.nanoTime();
        edge.takeNow(Kept.at(8)).take(Kept.at(9, TOKEN)).takeNow(Kept.at(10));
        Kept another = edge();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(NOT_LONG.multipliedBy(2));
        assertThat(edge.revision()).isEqualTo(10);

        redis.thaw();

        await().atMost(LIMIT).until(() -> another.revision() == 10);
    }

    @Test
    void aRedisThatLostEverythingIsFilledAgain() {
        Kept edge = edge().take(Kept.at(7));
        redis.kill();
        redis.restart();

        await().atMost(LIMIT).until(() -> edge().revision() == 7);
        edge.backup.stop();
    }

    @Test
    void edgesOfAnotherOriginAreNotInTheWay() {
        kept(Kept.at(7));
        try (RedisShelf other = new RedisShelf(redis.address(), "grid other")) {
            other.keep(new RedisShelf.Offer(Kept.at(9), "", 0, 0), SnapshotWriter.write(Kept.at(9)));
            assertThat(other.all())
                    .extracting(found -> found.snapshot().revision())
                    .containsExactly(9L);
        }

        assertThat(edge().revision()).isEqualTo(7);
    }

    @Test
    void aPasswordIsUsedAndNeverTold() {
        try (RedisServer guarded = RedisServer.start(directory, "--requirepass", "s3cret!")) {
            RedisAddress right =
                    guarded.address(new RedisAddress.Login(Optional.empty(), Optional.of("s3cret!")), Optional.empty());
            Kept.in(right).take(Kept.at(7)).backup.stop();
            assertThat(Kept.in(right).revision()).isEqualTo(7);

            RedisAddress wrong =
                    guarded.address(new RedisAddress.Login(Optional.empty(), Optional.of("hunter2")), Optional.empty());
            Kept refused = Kept.in(wrong);
            assertThat(refused.revision()).isZero();
            assertThat(refused.backup.trouble())
                    .hasValueSatisfying(told -> assertThat(told).doesNotContain("hunter2"));
            assertThat(wrong.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void aUserWithTheCommandsThatAreDocumentedIsEnough() throws IOException {
        Matcher documented = Pattern.compile("that a user of Redis needs: `([A-Z ]+)`")
                .matcher(Files.readString(Path.of("../docs/operations.md")));
        assertThat(documented.find()).isTrue();
        List<String> rules = new ArrayList<>(List.of("on", ">word", "~test:*", "+client|setname"));
        Stream.of(documented.group(1).toLowerCase(Locale.ROOT).split(" ", -1)).forEach(name -> rules.add("+" + name));
        try (Jedis hand = redis.byHand()) {
            hand.aclSetUser("edge", rules.toArray(String[]::new));
        }
        RedisAddress address =
                redis.address(new RedisAddress.Login(Optional.of("edge"), Optional.of("word")), Optional.empty());

        Kept edge = started(Kept.in(address)).take(Kept.foreign(7, "a", TOKEN)).takeNow(Kept.foreign(8, "a"));
        edge.backup.drop(Kept.KEY);
        edge.backup.stop();

        assertThat(edge.backup.places()).extracting(Backup.Place::failures).containsExactly(0L);
    }

    private void kept(Snapshot snapshot) {
        kept(snapshot, Duration.ZERO);
    }

    /** An edge has this from its upstream, whatever is kept in Redis; it offers it, and ends. */
    private void kept(Snapshot snapshot, Duration age) {
        Kept edge = Kept.nowhere().take(snapshot, age);
        RedisStore store = new RedisStore(edge.environments, edge.freshness, redis.address(), later -> {});
        edge.environments.complete();
        LOG.log(Level.FINE, "Passed over: {0}.", store.open(Kept.ORIGIN));
        store.stop();
    }

    private byte[] document() {
        try (Jedis hand = redis.byHand()) {
            return hand.hget((NAMES + "snapshots").getBytes(StandardCharsets.UTF_8), NAME);
        }
    }

    private void change(UnaryOperator<byte[]> change) {
        try (Jedis hand = redis.byHand()) {
            hand.hset((NAMES + "snapshots").getBytes(StandardCharsets.UTF_8), NAME, change.apply(document()));
        }
    }
}
