package dev.jackstaff.edge.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDirectoryTest {
    private static final String KEY = "demo/production";
    private static final byte[] CONTENT = "{\"revision\":12}".repeat(100).getBytes(StandardCharsets.UTF_8);

    private final BackupDirectory files;

    BackupDirectoryTest(@TempDir Path directory) throws IOException {
        files = new BackupDirectory(directory.resolve("snapshots"), "grid a").open();
    }

    @Test
    void whatIsKeptIsThereAgain() throws IOException {
        files.write(KEY, CONTENT);
        files.write("*/production", new byte[] {1});

        assertThat(files.readAll()).extracting(BackupEnvelope::name).containsExactlyInAnyOrder(KEY, "*/production");
        assertThat(content(KEY)).isEqualTo(CONTENT);
    }

    @Test
    void theLatestReplacesWhatWasThere() throws IOException {
        files.write(KEY, CONTENT);
        files.write(KEY, new byte[] {2});

        assertThat(content(KEY)).containsExactly(2);
        files.delete(KEY);
        assertThat(files.readAll()).isEmpty();
    }

    @Test
    void aFileThatWasCutIsRefused() throws IOException {
        files.write(KEY, CONTENT);
        byte[] content = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(content, content.length - 1));

        assertThat(files.readAll()).isEmpty();
    }

    @Test
    void aFileOfAnotherOriginIsRefused() throws IOException {
        new BackupDirectory(files.path(), "grid b").open().write(KEY, CONTENT);

        assertThat(files.readAll()).isEmpty();
    }

    @Test
    void aFileUnderAnothersNameIsRefused() throws IOException {
        files.write("demo/staging", CONTENT);
        Path staging = file();
        files.write(KEY, CONTENT);
        Path production =
                list().filter(file -> !file.equals(staging)).findFirst().orElseThrow();
        Files.move(staging, production, StandardCopyOption.REPLACE_EXISTING);

        assertThat(files.readAll()).isEmpty();
    }

    @Test
    void anUnfinishedFileIsNotRead() throws IOException {
        files.write(KEY, CONTENT);
        Path unfinished = Path.of(file() + ".new");
        Files.write(unfinished, new byte[] {1, 2, 3});

        files.open();

        assertThat(unfinished).doesNotExist();
        assertThat(content(KEY)).isEqualTo(CONTENT);
    }

    @Test
    void onlyThisUserMayLook() throws IOException {
        assertThat(Files.getPosixFilePermissions(files.path())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private byte[] content(String name) throws IOException {
        List<BackupEnvelope> matching = files.readAll().stream()
                .filter(content -> content.name().equals(name))
                .toList();
        assertThat(matching).hasSize(1);
        return matching.get(0).content();
    }

    private Path file() throws IOException {
        return list().findFirst().orElseThrow();
    }

    private Stream<Path> list() throws IOException {
        try (Stream<Path> list = Files.list(files.path())) {
            return list.toList().stream();
        }
    }
}
