package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A hub or another edge as upstream, over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class HttpUpstream implements Upstream {
    /** The connect timeout; short, so that a connection lost in a network cut is retried soon. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    @Inject
    LiveEnvironments environments;

    @Inject
    Intake intake;

    @Inject
    UpstreamErrors errors;

    private final EdgeSettings settings = EdgeSettings.configured();
    private volatile @Nullable UpstreamClient client;
    private @Nullable SyncFollower follower;
    private @Nullable SnapshotFetcher fetcher;

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
        UpstreamClient created = new UpstreamClient(settings, CONNECT_TIMEOUT);
        client = created;
        SyncClient source = new SyncClient(
                baseUrl(required(EdgeSetting.UPSTREAM_URL)),
                required(EdgeSetting.UPSTREAM_KEY),
                created,
                SyncClient.LIMITS);
        SnapshotFetcher startedFetcher = new SnapshotFetcher(source, environments, intake, errors);
        SyncFollower startedFollower = new SyncFollower(source, startedFetcher, errors);
        fetcher = startedFetcher;
        follower = startedFollower;
        startedFetcher.start();
        startedFollower.start();
    }

    @Override
    public Optional<UpstreamClient> client() {
        return Optional.ofNullable(client);
    }

    @Override
    public void stop() {
        if (follower != null) {
            follower.stop(STOP_LIMIT);
        }
        if (fetcher != null) {
            fetcher.stop(STOP_LIMIT);
        }
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
