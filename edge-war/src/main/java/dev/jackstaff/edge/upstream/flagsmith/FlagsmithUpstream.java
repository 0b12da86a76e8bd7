package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.background.Outage;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Flagsmith API whose environment documents are polled. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class FlagsmithUpstream implements Upstream {
    private static final Logger LOG = Logger.getLogger(FlagsmithUpstream.class.getName());
    private static final int THREADS = 2;

    @Inject
    Intake intake;

    @Inject
    UpstreamErrors errors;

    @Inject
    LiveEnvironments environments;

    private final UpstreamExecutor executor = new UpstreamExecutor("jackstaff-flagsmith", THREADS);
    private final Outage outage = new Outage(LOG, "Fetching environment documents from the Flagsmith API");
    private final Set<String> fetchedKeys = ConcurrentHashMap.newKeySet();
    private final Set<String> configuredKeys = new HashSet<>();
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
        List<EnvironmentPoller> pollers = current.keyPairs().stream()
                .map(keys -> new EnvironmentPoller(current, keys))
                .toList();
        configuredKeys.addAll(pollers.stream().map(EnvironmentPoller::key).collect(Collectors.toSet()));
        intake.retainOnly(configuredKeys);
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

    @Override
    public boolean connected() {
        return !fetchedKeys.isEmpty() && !outage.isOngoing();
    }

    private void poll(EnvironmentPoller environment, FlagsmithApiClient api, Duration interval) {
        Duration pause = interval;
        try {
            environment.poll(api, intake, environments);
            environment.worked();
            outage.recordSuccess();
            fetchedKeys.add(environment.key());
            if (fetchedKeys.containsAll(configuredKeys)) {
                intake.markComplete();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            pause = environment.failed();
            outage.recordFailure(String.valueOf(failed.getMessage()), null);
            errors.record(UpstreamErrors.ErrorKind.FETCH);
        } catch (RuntimeException broken) {
            pause = environment.failed();
            outage.recordFailure(environment.key() + " is refused; the last good one stays served", broken);
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
