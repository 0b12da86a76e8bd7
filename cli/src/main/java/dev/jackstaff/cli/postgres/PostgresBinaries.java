package dev.jackstaff.cli.postgres;

import dev.jackstaff.cli.artifact.ArtifactDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this platform: a compressed tar in a jar. */
public record PostgresBinaries(Path artifact, Path parent) {
    /** The directory of the programs, unpacked unless it is there already. */
    public Path unpack() throws IOException {
        return new ArtifactDirectory(parent, artifact).getOrUnpack(this::unpackTo);
    }

    private void unpackTo(Path directory) throws IOException {
        try (ZipFile jar = new ZipFile(artifact.toFile());
                InputStream packed = jar.getInputStream(archive(jar));
                InputStream tar = new XZInputStream(new BufferedInputStream(packed))) {
            Process process = new ProcessBuilder("tar", "-x", "-C", directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream out = process.getOutputStream()) {
                tar.transferTo(out);
            }
            if (process.waitFor() != 0) {
                throw new IOException("tar could not unpack " + artifact.getFileName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static ZipEntry archive(ZipFile jar) throws IOException {
        return jar.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .map(ZipEntry.class::cast)
                .orElseThrow(() -> new IOException("no PostgreSQL archive in " + jar.getName()));
    }
}
