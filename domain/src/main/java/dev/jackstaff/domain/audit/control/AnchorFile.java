package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.AuditAnchor;
import dev.jackstaff.domain.audit.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file in which this hub writes down heads of the chain: a line each, with time, place, hash and key. */
@ApplicationScoped
public class AnchorFile {
    private static final Pattern LINE = Pattern.compile("\\S+ (\\d{1,18}) ([0-9a-f]{64}) [0-9a-f]+");

    private volatile @Nullable Path file;

    /**
     * Sets the file.
     *
     * @param path empty for none
     */
    public void configure(String path) {
        file = path.isBlank() ? null : Path.of(path.strip());
    }

    /** Adds a head. */
    void append(Seal head) {
        Path target = file;
        if (target == null) {
            return;
        }
        try {
            Files.writeString(
                    target,
                    head.sealedAt() + " " + head.sequence() + " " + head.hash() + " " + head.key() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("the anchor of the audit trail is not written to " + target, failed);
        }
    }

    /** What the file says; nothing if there is none. Lines that are none of ours are left out. */
    public List<AuditAnchor> read() {
        Path source = file;
        if (source == null || !Files.exists(source)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(source, StandardCharsets.UTF_8)) {
            return lines.map(AnchorFile::parse).flatMap(Optional::stream).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<AuditAnchor> parse(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new AuditAnchor(Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }
}
