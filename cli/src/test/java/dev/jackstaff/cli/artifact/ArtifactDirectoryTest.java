package dev.jackstaff.cli.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactDirectoryTest {
    private final Path directory;

    ArtifactDirectoryTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void anInterruptedFillingLeavesNothingThatLooksComplete() throws IOException {
        ArtifactDirectory unpacked = new ArtifactDirectory(directory.resolve("to"), Path.of("server-1.zip"));

        assertThatThrownBy(() -> unpacked.getOrUnpack(target -> {
                    Files.writeString(target.resolve("half"), "x");
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class);
        Path whole = unpacked.getOrUnpack(target -> Files.writeString(target.resolve("all"), "x"));

        assertThat(whole).isEqualTo(directory.resolve("to/server-1"));
        assertThat(whole.resolve("half")).doesNotExist();
        assertThat(whole.resolve("all")).exists();
    }

    @Test
    void whatIsThereIsNotFilledAgain() throws IOException {
        ArtifactDirectory unpacked = new ArtifactDirectory(directory, Path.of("server-1.zip"));
        unpacked.getOrUnpack(target -> Files.writeString(target.resolve("a"), "first"));

        Path again = unpacked.getOrUnpack(target -> Files.writeString(target.resolve("a"), "second"));

        assertThat(again.resolve("a")).hasContent("first");
    }

    @Test
    void programsOfAnArchiveCanBeRun() throws IOException {
        Path target = Files.createDirectory(directory.resolve("target"));

        new ZipArchive(archive("server/bin/run", "server/lib/data")).unpack(target, "server/");

        assertThat(target.resolve("server/bin/run")).isExecutable();
        assertThat(Files.isExecutable(target.resolve("server/lib/data"))).isFalse();
    }

    @Test
    void anEntryThatPointsOutsideIsRefused() throws IOException {
        Path target = Files.createDirectory(directory.resolve("target"));
        ZipArchive zip = new ZipArchive(archive("../evil"));

        assertThatThrownBy(() -> zip.unpack(target, ""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("points outside");
        assertThat(directory.resolve("evil")).doesNotExist();
    }

    private Path archive(String... names) throws IOException {
        Path file = directory.resolve("archive.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }
        return file;
    }
}
