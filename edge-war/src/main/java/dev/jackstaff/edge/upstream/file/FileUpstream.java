package dev.jackstaff.edge.upstream.file;

import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Succession;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.Worker;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.LiveEnvironments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of flags, looked at every second or so. Where it is broken or gone, that is said once, and the last good content is
 * served on.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class FileUpstream implements Upstream {
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final Logger LOG = Logger.getLogger(FileUpstream.class.getName());

    @Inject
    Intake intake;

    @Inject
    Failures failures;

    @Inject
    LiveEnvironments environments;

    private final Worker worker = new Worker("jackstaff-file", 1);
    private @Nullable FileSettings settings;
    private volatile boolean good;

    /** What was read last, and whether that was told. */
    private byte @Nullable [] content;

    private Set<String> served = Set.of();
    private boolean unreadable;

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public String address() {
        return settings().file().toString();
    }

    @Override
    public void start() {
        FileSettings known = settings();
        if (known.tokens().isEmpty() && known.frontendTokens().isEmpty()) {
            LOG.warning("No tokens are set: only keys that the file itself holds will open anything.");
        }
        worker.run(this::look);
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean connected() {
        return good;
    }

    private void look() {
        try {
            byte[] now = read();
            if (unreadable) {
                LOG.log(Level.INFO, "{0} can be read again.", address());
            }
            unreadable = false;
            if (!Arrays.equals(now, content)) {
                content = now;
                good = false;
                take(now);
                good = true;
            }
            if (good) {
                served.forEach(key -> intake.confirm(key, Duration.ZERO));
                intake.complete();
            }
        } catch (IOException absent) {
            failures.count(Failures.Kind.FETCH);
            if (!unreadable) {
                LOG.log(Level.SEVERE, address() + " cannot be read; what is known is served on.", absent);
            }
            unreadable = true;
            good = false;
            content = null;
        } catch (RuntimeException broken) {
            failures.count(Failures.Kind.DOCUMENT);
            LOG.log(Level.SEVERE, address() + " is refused; the last good content is served on.", broken);
        }
        worker.after(settings().interval(), this::look);
    }

    private byte[] read() throws IOException {
        try (InputStream file = Files.newInputStream(settings().file())) {
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("more than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }

    private void take(byte[] bytes) throws IOException {
        List<Snapshot> snapshots = FlagFile.snapshots(
                bytes, settings(), Files.getLastModifiedTime(settings().file()).toInstant());
        for (Snapshot snapshot : snapshots) {
            Succession.of(environments.environment(snapshot.key()), snapshot).ifPresent(intake::take);
        }
        served = snapshots.stream().map(Snapshot::key).collect(Collectors.toSet());
        intake.only(served);
        LOG.log(Level.INFO, "{0} was read: {1}.", new Object[] {address(), served});
    }

    private synchronized FileSettings settings() {
        if (settings == null) {
            settings = FileSettings.of(EdgeSettings.configured());
        }
        return settings;
    }
}
