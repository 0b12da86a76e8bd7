package dev.jackstaff.system;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What an edge keeps on its disk. */
record BackupDirectory(Path data) {
    private static final int CHECKSUM_BYTES = 32;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

    /** A backup file, opened. */
    private record Opened(String format, String origin, String name, String content) {}

    /** The names in it, and the form of the file that keeps an environment, once it is there. */
    String describe(String environment, SurfaceValues values) {
        await().until(() -> find(environment).isPresent());
        Opened file = find(environment).orElseThrow();
        return GoldenFile.SECTION + "files\n" + String.join("\n", names()) + "\n" + GoldenFile.SECTION + "snapshot\n"
                + "format: " + file.format + "\norigin: " + values.normalize(file.origin) + "\nname: " + file.name
                + "\n" + values.normalize(file.content) + "\n" + GoldenFile.SECTION + "index\n"
                + find("index")
                        .map(index ->
                                index.format + "\n" + index.content.replaceFirst("(?s)(\\{[^\\[{]*[\\[{]).*", "$1"))
                        .orElse("none")
                + "\n";
    }

    /** The names of files, those of the same kind once. What waits to be sent comes and goes. */
    private TreeSet<String> names() {
        try (Stream<Path> files = Files.walk(data)) {
            TreeSet<String> names = new TreeSet<>();
            files.map(file -> data.relativize(file).toString())
                    .filter(name -> !name.isEmpty() && !name.startsWith("usage/") && !name.endsWith(".new"))
                    .forEach(name -> names.add(HASH.matcher(name).replaceAll("<hash>")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Opened> find(String name) {
        try (Stream<Path> files = Files.list(data.resolve("snapshots"))) {
            return files.filter(file -> file.toString().endsWith(".backup"))
                    .map(BackupDirectory::open)
                    .flatMap(Optional::stream)
                    .filter(file -> file.name.equals(name))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Opened> open(Path file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            StringBuilder format = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                format.append((char) next);
            }
            in.readNBytes(CHECKSUM_BYTES);
            String origin = in.readUTF();
            String name = in.readUTF();
            in.readInt();
            String content = new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new Opened(format.toString(), origin, name, content));
        } catch (IOException replaced) {
            return Optional.empty();
        }
    }
}
