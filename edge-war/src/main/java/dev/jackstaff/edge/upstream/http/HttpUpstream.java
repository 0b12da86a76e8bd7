package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.thread.Daemon;
import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.LiveEnvironments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hub or another edge, which tells of its snapshots over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class HttpUpstream implements Upstream {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    @Inject
    LiveEnvironments environments;

    @Inject
    Intake intake;

    @Inject
    Failures failures;

    private final EdgeSettings settings = EdgeSettings.configured();
    private volatile @Nullable Connector connections;
    private @Nullable Following following;
    private @Nullable Thread listener;
    private @Nullable Thread taker;

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public String address() {
        return settings.text(EdgeSetting.UPSTREAM_URL)
                .map(HttpUpstream::withoutSecrets)
                .orElse("");
    }

    @Override
    public boolean connected() {
        Following started = following;
        return started != null && started.connected();
    }

    @Override
    public void start() {
        Tls tls = new Tls(
                file(EdgeSetting.UPSTREAM_CA_FILE),
                file(EdgeSetting.UPSTREAM_CLIENT_CERTIFICATE),
                file(EdgeSetting.UPSTREAM_CLIENT_KEY));
        Connector connector = new Connector(tls);
        connections = connector;
        Source source =
                new Source(base(needed(EdgeSetting.UPSTREAM_URL)), needed(EdgeSetting.UPSTREAM_KEY), connector::client);
        Taking taking = new Taking(source::snapshot, environments, intake, failures);
        Following begun = new Following(source, taking, failures);
        following = begun;
        taker = Daemon.started("jackstaff-http-taking", taking);
        listener = Daemon.started("jackstaff-http-upstream", begun);
    }

    /** What makes connections to the upstream, for others who have something to tell it; empty while this is not started. */
    public Optional<HttpClient> client() {
        Connector known = connections;
        return known == null ? Optional.empty() : Optional.of(known.client());
    }

    @Override
    public void stop() {
        Stream.of(Optional.ofNullable(listener), Optional.ofNullable(taker))
                .flatMap(Optional::stream)
                .forEach(HttpUpstream::end);
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Path> file(EdgeSetting setting) {
        return settings.text(setting).map(Path::of);
    }

    private String needed(EdgeSetting setting) {
        return settings.text(setting)
                .orElseThrow(() -> new DeploymentException(
                        setting.property() + " is needed where jackstaff.edge.upstream.kind is http"));
    }

    private static String base(String url) {
        try {
            URI parsed = URI.create(url);
            if (parsed.getHost() != null && ("http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme()))) {
                return url.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException unfit) {
            throw new DeploymentException("jackstaff.edge.upstream.url is no address", unfit);
        }
        throw new DeploymentException("jackstaff.edge.upstream.url must begin with http:// or https:// and a host");
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("//[^/@]*@", "//").replaceAll("[?#].*", "");
    }
}
