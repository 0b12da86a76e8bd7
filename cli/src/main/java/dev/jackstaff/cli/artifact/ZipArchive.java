package dev.jackstaff.cli.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip archive. An entry that points outside the target is refused. */
public record ZipArchive(Path archive) {
    /**
     * Unpacks the entries whose names begin with the prefix, and makes programs in {@code bin} directories executable.
     */
    public void unpack(Path target, String prefix) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(prefix)) {
                    unpack(zip, entry, resolveInside(target, entry.getName()));
                }
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = file.resolveSibling("");
        Files.createDirectories(parent);
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
        if (parent.endsWith("bin") && !file.toFile().setExecutable(true, true)) {
            throw new IOException("cannot be made executable: " + file);
        }
    }

    private static Path resolveInside(Path target, String name) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("an entry points outside the archive: " + name);
        }
        return file;
    }
}
