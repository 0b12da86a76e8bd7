package dev.jackstaff.edge.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.environment.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Credential TOKEN = new Credential(
            "token", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Credential.Kind.SERVER, null);

    private final Path data;

    BackupTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void whatWasServedIsServedAgainAndIsReady() {
        serve(BackupFixture.restoredFrom(data), 7).backup.stop();

        BackupFixture restarted = BackupFixture.restoredFrom(data);

        assertThat(restarted.revision()).isEqualTo(7);
        assertThat(restarted.environments.isReady()).isTrue();
        assertThat(restarted.environments.isComplete()).isFalse();
    }

    @Test
    void theAgeGoesOnWhileNobodyRuns() {
        BackupFixture first = serve(BackupFixture.restoredFrom(data), 7);
        first.freshness.confirm(BackupFixture.KEY, Duration.ofHours(2));
        first.backup.stop();

        assertThat(BackupFixture.restoredFrom(data).freshness.age(BackupFixture.KEY))
                .hasValueSatisfying(age -> assertThat(age).isBetween(Duration.ofHours(2), Duration.ofHours(3)));
    }

    @Test
    void anOlderFileThatIsPutBackIsRefused() throws IOException {
        BackupFixture first = serve(BackupFixture.restoredFrom(data), 7);
        first.backup.stop();
        Map<Path, byte[]> oldFiles = files();
        BackupFixture second = serve(BackupFixture.restoredFrom(data), 8);
        second.backup.stop();
        Path index = index();
        for (Map.Entry<Path, byte[]> file : oldFiles.entrySet()) {
            if (!file.getKey().equals(index)) {
                Files.write(file.getKey(), file.getValue());
            }
        }

        assertThat(BackupFixture.restoredFrom(data).revision()).isZero();
    }

    @Test
    void aSnapshotThatIsNewerThanTheIndexIsServed() throws IOException {
        serve(BackupFixture.restoredFrom(data), 7).backup.stop();
        Path index = index();
        Path savedIndex = data.resolve("saved");
        Files.copy(index, savedIndex);
        serve(BackupFixture.restoredFrom(data), 8).backup.stop();
        Files.move(savedIndex, index, StandardCopyOption.REPLACE_EXISTING);

        assertThat(BackupFixture.restoredFrom(data).revision()).isEqualTo(8);
    }

    @Test
    void aKeyThatWasTakenAwayIsOnTheDiskBeforeAnythingElseHappens() {
        BackupFixture first = BackupFixture.restoredFrom(data);
        first.environments.serve(BackupFixture.snapshot(7, TOKEN));
        first.backup.storeNow(BackupFixture.snapshot(7, TOKEN));
        assertThat(BackupFixture.restoredFrom(data).environments.access("test")).isInstanceOf(Access.Granted.class);

        first.backup.storeNow(BackupFixture.snapshot(8));

        assertThat(BackupFixture.restoredFrom(data).environments.access("test")).isNotInstanceOf(Access.Granted.class);
    }

    @Test
    void aKeyThatWasLetInBesideTheSnapshotOpensAgain() {
        BackupFixture first = serve(BackupFixture.restoredFrom(data), 7);
        first.environments.admitKey(BackupFixture.KEY, TOKEN);
        first.backup.stop();

        assertThat(BackupFixture.restoredFrom(data).environments.access("test")).isInstanceOf(Access.Granted.class);
    }

    @Test
    void aRemovedEnvironmentDoesNotComeBack() {
        BackupFixture first = serve(BackupFixture.restoredFrom(data), 7);
        first.backup.storeNow(BackupFixture.snapshot(7));
        first.backup.delete(BackupFixture.KEY);
        first.backup.stop();

        assertThat(BackupFixture.restoredFrom(data).revision()).isZero();
    }

    @Test
    void whereNothingCanBeWrittenTheEdgeServesAndSaysSo() throws IOException {
        Files.createFile(data.resolve("snapshots"));

        BackupFixture kept = serve(BackupFixture.restoredFrom(data), 7);

        assertThat(kept.revision()).isEqualTo(7);
        assertThat(kept.backup.failureReason()).isPresent();
    }

    private static BackupFixture serve(BackupFixture kept, long revision) {
        kept.environments.serve(BackupFixture.snapshot(revision));
        kept.backup.store(BackupFixture.snapshot(revision));
        return kept;
    }

    private Map<Path, byte[]> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("snapshots"))) {
            return files.collect(Collectors.toMap(file -> file, BackupTest::bytes));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Path index() {
        return data.resolve("snapshots").resolve(BackupDirectory.fileName("index"));
    }
}
