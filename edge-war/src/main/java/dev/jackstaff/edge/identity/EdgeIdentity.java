package dev.jackstaff.edge.identity;

import dev.jackstaff.edge.file.AtomicFile;
import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The identity of this edge: its id, region, version and data directory. The id is created once and stored in the
 * directory, which one process owns at a time; without a directory the id is valid for this run only.
 */
@ApplicationScoped
public class EdgeIdentity {
    private static final Logger LOG = Logger.getLogger(EdgeIdentity.class.getName());

    private final Instant startedAt;
    private final EdgeSettings settings = EdgeSettings.configured();
    private final String region = settings.text(ProtocolSetting.REGION).orElse("");
    private String id = "";
    private Optional<Path> dataDirectory = Optional.empty();
    private @Nullable FileChannel lock;

    /** An identity with the system's clock. */
    public EdgeIdentity() {
        this(Clock.systemUTC());
    }

    EdgeIdentity(Clock clock) {
        this.startedAt = clock.instant();
    }

    /** Reads the id and takes the directory. Not in the constructor, which CDI also calls for proxies. */
    @PostConstruct
    void open() {
        Optional<String> given = settings.text(EdgeSetting.ID);
        given.filter(text -> !UsageBatch.isEdgeId(text)).ifPresent(text -> {
            throw new IllegalArgumentException(
                    EdgeSetting.ID.property() + ": must be 1 to 200 letters, digits, or any of . _ : ~ -");
        });
        dataDirectory = settings.text(EdgeSetting.DATA).map(Path::of).flatMap(this::lockDirectory);
        id = given.orElseGet(() -> dataDirectory.map(EdgeIdentity::storedId).orElseGet(EdgeIdentity::randomId));
    }

    public String id() {
        return id;
    }

    /** The configured region; empty when none is configured. */
    public String region() {
        return region;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public String version() {
        String version = EdgeIdentity.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The data directory, owned by this process alone; empty when there is none. */
    public Optional<Path> dataDirectory() {
        return dataDirectory;
    }

    private Optional<Path> lockDirectory(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new IOException("another process uses it");
            }
            lock = channel;
            return Optional.of(path);
        } catch (IOException | RuntimeException unusable) {
            LOG.log(
                    Level.SEVERE,
                    "The directory " + path.toAbsolutePath() + " (" + EdgeSetting.DATA.property()
                            + ") cannot be used: usage that is not sent before this edge stops is lost.",
                    unusable);
            return Optional.empty();
        }
    }

    private static String storedId(Path directory) {
        Path file = directory.resolve("id");
        try {
            if (Files.exists(file)) {
                String stored = Files.readString(file).strip();
                if (UsageBatch.isEdgeId(stored)) {
                    return stored;
                }
            }
            String created = randomId();
            new AtomicFile(file).write(created.getBytes(StandardCharsets.UTF_8));
            return created;
        } catch (IOException unusable) {
            LOG.log(
                    Level.SEVERE,
                    "The edge id cannot be stored in " + file + "; this run uses a temporary id.",
                    unusable);
            return randomId();
        }
    }

    private static String randomId() {
        return "edge-" + UUID.randomUUID();
    }

    @PreDestroy
    void release() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException harmless) {
            LOG.log(Level.FINE, "The directory is released when the process ends.", harmless);
        }
    }
}
