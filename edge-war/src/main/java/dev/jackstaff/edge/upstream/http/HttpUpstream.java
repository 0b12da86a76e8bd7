package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.thread.DaemonThreads;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.settings.EdgeSettings;
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

/** A hub or another edge as upstream, over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class HttpUpstream implements Upstream {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    @Inject
    LiveEnvironments environments;

    @Inject
    Intake intake;

    @Inject
    UpstreamErrors errors;

    private final EdgeSettings settings = EdgeSettings.configured();
    private volatile @Nullable ReloadingHttpClient httpClient;
    private @Nullable SyncFollower follower;
    private @Nullable Thread followerThread;
    private @Nullable Thread fetcherThread;

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
        SyncFollower started = follower;
        return started != null && started.connected();
    }

    @Override
    public void start() {
        UpstreamTlsFiles tls = new UpstreamTlsFiles(
                file(EdgeSetting.UPSTREAM_CA_FILE),
                file(EdgeSetting.UPSTREAM_CLIENT_CERTIFICATE),
                file(EdgeSetting.UPSTREAM_CLIENT_KEY));
        ReloadingHttpClient reloadingClient = new ReloadingHttpClient(tls);
        httpClient = reloadingClient;
        SyncClient source = new SyncClient(
                baseUrl(required(EdgeSetting.UPSTREAM_URL)),
                required(EdgeSetting.UPSTREAM_KEY),
                reloadingClient::current);
        SnapshotFetcher fetcher = new SnapshotFetcher(source::fetchSnapshot, environments, intake, errors);
        SyncFollower startedFollower = new SyncFollower(source, fetcher, errors);
        follower = startedFollower;
        fetcherThread = DaemonThreads.start("jackstaff-http-taking", fetcher);
        followerThread = DaemonThreads.start("jackstaff-http-upstream", startedFollower);
    }

    /** The HTTP client of the started upstream, for other senders; empty before the start. */
    public Optional<HttpClient> currentClient() {
        ReloadingHttpClient client = httpClient;
        return client == null ? Optional.empty() : Optional.of(client.current());
    }

    @Override
    public void stop() {
        Stream.of(Optional.ofNullable(followerThread), Optional.ofNullable(fetcherThread))
                .flatMap(Optional::stream)
                .forEach(HttpUpstream::stopThread);
    }

    private static void stopThread(Thread thread) {
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Path> file(EdgeSetting setting) {
        return settings.text(setting).map(Path::of);
    }

    private String required(EdgeSetting setting) {
        return settings.text(setting)
                .orElseThrow(() -> new DeploymentException(
                        setting.property() + " is required when jackstaff.edge.upstream.kind is http"));
    }

    private static String baseUrl(String url) {
        try {
            URI parsed = URI.create(url);
            if (parsed.getHost() != null && ("http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme()))) {
                return url.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException invalid) {
            throw new DeploymentException("jackstaff.edge.upstream.url is not a valid URL", invalid);
        }
        throw new DeploymentException("jackstaff.edge.upstream.url must begin with http:// or https:// and a host");
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("//[^/@]*@", "//").replaceAll("[?#].*", "");
    }
}
