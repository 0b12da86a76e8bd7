package dev.jackstaff.edge.tls.client;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The SSL context for connections to a server, made anew when its files were replaced. Open connections keep theirs.
 * If the replacement is invalid, the last good one stays. Thread-safe.
 */
public final class ReloadableSslContext {
    private static final Logger LOG = Logger.getLogger(ReloadableSslContext.class.getName());

    private final ClientTlsFiles files;
    private List<FileTime> lastModified;
    private @Nullable SSLContext context;

    private ReloadableSslContext(ClientTlsFiles files) {
        this.files = files;
        this.lastModified = files.lastModified();
        this.context = files.createContext().orElse(null);
    }

    /**
     * The SSL context for the configured files.
     *
     * @throws IllegalArgumentException if a setting or a file is invalid; the message names the setting
     */
    public static ReloadableSslContext of(TlsSettings names, EdgeSettings settings) {
        ClientTlsFiles files = ClientTlsFiles.of(names, settings);
        if (files.trust().unverified()) {
            LOG.log(Level.WARNING, "The certificate of {0} is not verified, as configured.", names.server());
        }
        return new ReloadableSslContext(files);
    }

    /** The context for a new connection; empty for Java's default. */
    public synchronized Optional<SSLContext> current() {
        List<FileTime> now = files.lastModified();
        if (!now.equals(lastModified)) {
            lastModified = now;
            reload();
        }
        return Optional.ofNullable(context);
    }

    private void reload() {
        try {
            context = files.createContext().orElse(null);
            LOG.log(
                    Level.INFO,
                    "The certificates for {0} were reloaded.",
                    files.names().server());
        } catch (IllegalArgumentException invalid) {
            LOG.log(
                    Level.WARNING,
                    "The replaced certificates for " + files.names().server()
                            + " cannot be used; the old ones stay in use.",
                    invalid);
        }
    }
}
