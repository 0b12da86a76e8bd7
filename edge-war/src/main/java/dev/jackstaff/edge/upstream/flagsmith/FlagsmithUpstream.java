package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.UpstreamExecutor;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Flagsmith API whose environment documents are polled. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class FlagsmithUpstream implements Upstream {
    private static final int THREADS = 2;
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(30);

    @Inject
    Intake intake;

    @Inject
    UpstreamErrors errors;

    @Inject
    LiveEnvironments environments;

    private final UpstreamExecutor executor = new UpstreamExecutor("jackstaff-flagsmith", THREADS);
    private final Set<String> fetchedKeys = ConcurrentHashMap.newKeySet();
    private volatile List<EnvironmentPoller> pollers = List.of();
    private @Nullable FlagsmithUpstreamSettings settings;
    private volatile @Nullable UpstreamClient client;

    @Override
    public String kind() {
        return "flagsmith";
    }

    @Override
    public String address() {
        return settings().url();
    }

    @Override
    public Optional<String> usageKey(String environment) {
        return settings().keyPairs().stream()
                .filter(keys -> EnvironmentPoller.key(keys).equals(environment))
                .map(FlagsmithKeyPair::clientKey)
                .findFirst();
    }

    @Override
    public void start() {
        FlagsmithUpstreamSettings current = settings();
        UpstreamClient created = new UpstreamClient(EdgeSettings.configured(), current.requestTimeout());
        client = created;
        FlagsmithApiClient api = new FlagsmithApiClient(current, created);
        pollers = current.keyPairs().stream()
                .map(keys -> new EnvironmentPoller(current, keys))
                .toList();
        intake.retainOnly(configuredKeys());
        pollers.forEach(environment -> executor.execute(() -> poll(environment, api, current.pollInterval())));
    }

    @Override
    public Optional<UpstreamClient> client() {
        return Optional.ofNullable(client);
    }

    @Override
    public void stop() {
        executor.stop();
    }

    /** Whether the API answers for every environment. */
    @Override
    public boolean connected() {
        return !pollers.isEmpty() && pollers.stream().allMatch(EnvironmentPoller::isWorking);
    }

    /** Polled documents are up to date for an interval, and a grace period for each environment, as at the Edge Proxy. */
    @Override
    public Optional<Duration> healthyAge(Optional<Duration> grace) {
        return Optional.of(settings()
                .pollInterval()
                .plus(grace.orElse(DEFAULT_GRACE)
                        .multipliedBy(settings().keyPairs().size())));
    }

    private Set<String> configuredKeys() {
        return pollers.stream().map(EnvironmentPoller::key).collect(Collectors.toSet());
    }

    private void poll(EnvironmentPoller environment, FlagsmithApiClient api, Duration interval) {
        Duration pause = interval;
        try {
            environment.poll(api, intake, environments);
            environment.worked();
            fetchedKeys.add(environment.key());
            if (fetchedKeys.containsAll(configuredKeys())) {
                intake.markComplete();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            pause = environment.failed(String.valueOf(failed.getMessage()), null);
            errors.record(UpstreamErrors.ErrorKind.FETCH);
        } catch (RuntimeException broken) {
            pause = environment.failed("it is refused; the last good one stays served", broken);
            errors.record(UpstreamErrors.ErrorKind.DOCUMENT);
        } finally { // after an Error too; ignored after the stop
            executor.scheduleWithJitter(pause, () -> poll(environment, api, interval));
        }
    }

    private synchronized FlagsmithUpstreamSettings settings() {
        if (settings == null) {
            settings = FlagsmithUpstreamSettings.of(EdgeSettings.configured());
        }
        return settings;
    }
}
