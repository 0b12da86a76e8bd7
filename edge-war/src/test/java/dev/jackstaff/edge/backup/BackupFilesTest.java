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

class BackupFilesTest {
    private static final String KEY = "demo/production";
    private static final byte[] CONTENT = "{\"revision\":12}".repeat(100).getBytes(StandardCharsets.UTF_8);

    private final BackupFiles files;

    BackupFilesTest(@TempDir Path directory) throws IOException {
        files = new BackupFiles(directory.resolve("snapshots"), "grid a").open();
    }

    @Test
    void whatIsKeptIsThereAgain() throws IOException {
        files.keep(KEY, CONTENT);
        files.keep("*/production", new byte[] {1});

        assertThat(files.all()).extracting(Sealed::name).containsExactlyInAnyOrder(KEY, "*/production");
        assertThat(content(KEY)).isEqualTo(CONTENT);
    }

    @Test
    void theLatestReplacesWhatWasThere() throws IOException {
        files.keep(KEY, CONTENT);
        files.keep(KEY, new byte[] {2});

        assertThat(content(KEY)).containsExactly(2);
        files.drop(KEY);
        assertThat(files.all()).isEmpty();
    }

    @Test
    void aFileThatWasCutIsRefused() throws IOException {
        files.keep(KEY, CONTENT);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 1));

        assertThat(files.all()).isEmpty();
    }

    @Test
    void aFileOfAnotherOriginIsRefused() throws IOException {
        new BackupFiles(files.directory(), "grid b").open().keep(KEY, CONTENT);

        assertThat(files.all()).isEmpty();
    }

    @Test
    void aFileUnderAnothersNameIsRefused() throws IOException {
        files.keep("demo/staging", CONTENT);
        Path staging = file();
        files.keep(KEY, CONTENT);
        Path production =
                list().filter(file -> !file.equals(staging)).findFirst().orElseThrow();
        Files.move(staging, production, StandardCopyOption.REPLACE_EXISTING);

        assertThat(files.all()).isEmpty();
    }

    @Test
    void anUnfinishedFileIsNotRead() throws IOException {
        files.keep(KEY, CONTENT);
        Path unfinished = Path.of(file() + ".new");
        Files.write(unfinished, new byte[] {1, 2, 3});

        files.open();

        assertThat(unfinished).doesNotExist();
        assertThat(content(KEY)).isEqualTo(CONTENT);
    }

    @Test
    void onlyThisUserMayLook() throws IOException {
        assertThat(Files.getPosixFilePermissions(files.directory()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private byte[] content(String name) throws IOException {
        List<Sealed> found = files.all().stream()
                .filter(content -> content.name().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).content();
    }

    private Path file() throws IOException {
        return list().findFirst().orElseThrow();
    }

    private Stream<Path> list() throws IOException {
        try (Stream<Path> list = Files.list(files.directory())) {
            return list.toList().stream();
        }
    }
}
