package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.protocols.LiveEnvironments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    @ConfigProperty(name = "jackstaff.edge.upstream.url")
    Optional<String> url;

    @Inject
    @ConfigProperty(name = "jackstaff.edge.upstream.key")
    Optional<String> key;

    @Inject
    @ConfigProperty(name = "jackstaff.edge.upstream.ca-file")
    Optional<String> authorities;

    @Inject
    @ConfigProperty(name = "jackstaff.edge.upstream.client-certificate")
    Optional<String> certificate;

    @Inject
    @ConfigProperty(name = "jackstaff.edge.upstream.client-key")
    Optional<String> certificateKey;

    private @Nullable Following following;
    private @Nullable Thread listener;
    private @Nullable Thread taker;

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public String address() {
        return url.map(HttpUpstream::withoutSecrets).orElse("");
    }

    @Override
    public boolean connected() {
        Following started = following;
        return started != null && started.connected();
    }

    @Override
    public void start() {
        Tls tls = new Tls(authorities.map(Path::of), certificate.map(Path::of), certificateKey.map(Path::of));
        Connector connector = new Connector(tls);
        Source source = new Source(base(needed(url, "url")), needed(key, "key"), connector::client);
        Taking taking = new Taking(source::snapshot, environments, intake);
        Following begun = new Following(source, taking, new Backoff(new SplittableRandom()));
        following = begun;
        taker = started(taking, "jackstaff-http-taking");
        listener = started(begun, "jackstaff-http-upstream");
    }

    @Override
    public void stop() {
        Stream.of(Optional.ofNullable(listener), Optional.ofNullable(taker))
                .flatMap(Optional::stream)
                .forEach(HttpUpstream::end);
    }

    private static Thread started(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static String needed(Optional<String> setting, String name) {
        return setting.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new DeploymentException(
                        "jackstaff.edge.upstream." + name + " is needed where jackstaff.edge.upstream.kind is http"));
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
