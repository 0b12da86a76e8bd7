package dev.jackstaff.edge.upstream.file;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.RevisionNumbering;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.settings.EdgeSettings;
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

/** A flag file that is polled every second. Errors are logged once, and the last good content stays served. */
@ApplicationScoped
@SuppressWarnings({"NullAway.Init", "this-escape"}) // CDI fills the fields, before the loop starts
public class FileUpstream implements Upstream {
    private static final int MAX_BYTES = 64 * 1024 * 1024;
    private static final Logger LOG = Logger.getLogger(FileUpstream.class.getName());

    @Inject
    Intake intake;

    @Inject
    UpstreamErrors errors;

    @Inject
    LiveEnvironments environments;

    private final BackgroundLoop loop = new BackgroundLoop("jackstaff-file", "Reading the flag file", this::poll);
    private @Nullable FileUpstreamSettings settings;
    private volatile boolean lastReadGood;

    /** The content that was read last; null before the first read and after a failed one. */
    private byte @Nullable [] lastContent;

    private Set<String> servedKeys = Set.of();
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
        FileUpstreamSettings current = settings();
        if (current.serverTokens().isEmpty() && current.frontendTokens().isEmpty()) {
            LOG.warning(
                    "No tokens are set: only keys in the file itself are accepted. Set jackstaff.edge.upstream.tokens.");
        }
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean connected() {
        return lastReadGood;
    }

    /** Reads the file, and serves it if it is new; returns the delay until the next poll. */
    private Duration poll() {
        try {
            byte[] now = read();
            if (unreadable) {
                LOG.log(Level.INFO, "{0} can be read again.", address());
            }
            unreadable = false;
            if (!Arrays.equals(now, lastContent)) {
                lastContent = now;
                lastReadGood = false;
                apply(now);
                lastReadGood = true;
            }
            if (lastReadGood) {
                servedKeys.forEach(key -> intake.confirm(key, Duration.ZERO));
                intake.markComplete();
            }
        } catch (IOException absent) {
            errors.record(UpstreamErrors.ErrorKind.FETCH);
            if (!unreadable) {
                LOG.log(Level.SEVERE, address() + " cannot be read; the last content stays served.", absent);
            }
            unreadable = true;
            lastReadGood = false;
            lastContent = null;
        } catch (RuntimeException broken) {
            errors.record(UpstreamErrors.ErrorKind.DOCUMENT);
            LOG.log(Level.SEVERE, address() + " is refused; the last good content stays served.", broken);
        }
        return settings().pollInterval();
    }

    private byte[] read() throws IOException {
        try (InputStream file = Files.newInputStream(settings().file())) {
            byte[] bytes = file.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("the file has more than " + MAX_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private void apply(byte[] bytes) throws IOException {
        List<Snapshot> snapshots = FlagFileReader.readSnapshots(
                bytes, settings(), Files.getLastModifiedTime(settings().file()).toInstant());
        for (Snapshot snapshot : snapshots) {
            RevisionNumbering.assignRevision(environments.environment(snapshot.key()), snapshot)
                    .ifPresent(intake::apply);
        }
        servedKeys = snapshots.stream().map(Snapshot::key).collect(Collectors.toSet());
        intake.retainOnly(servedKeys);
        LOG.log(Level.INFO, "{0} was read: {1}.", new Object[] {address(), servedKeys});
    }

    private synchronized FileUpstreamSettings settings() {
        if (settings == null) {
            settings = FileUpstreamSettings.of(EdgeSettings.configured());
        }
        return settings;
    }
}
