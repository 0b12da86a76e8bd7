package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.edge.retry.Outage;
import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.Worker;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.LiveEnvironments;
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

/** A Flagsmith API: each environment's document is looked at every few seconds, and taken where it changed. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class FlagsmithUpstream implements Upstream {
    private static final Logger LOG = Logger.getLogger(FlagsmithUpstream.class.getName());
    private static final int THREADS = 2;

    @Inject
    Intake intake;

    @Inject
    Failures failures;

    @Inject
    LiveEnvironments environments;

    private final Worker worker = new Worker("jackstaff-flagsmith", THREADS);
    private final Outage fetching = new Outage(LOG, "Fetching environment documents from the Flagsmith API");
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final Set<String> wanted = new HashSet<>();
    private @Nullable FlagsmithSettings settings;

    @Override
    public String kind() {
        return "flagsmith";
    }

    @Override
    public String address() {
        return settings().url();
    }

    @Override
    public Optional<String> key(String environment) {
        return settings().keys().stream()
                .filter(keys -> FollowedEnvironment.key(keys).equals(environment))
                .map(KeyPair::client)
                .findFirst();
    }

    @Override
    public void start() {
        FlagsmithSettings known = settings();
        FlagsmithApi api = new FlagsmithApi(known);
        List<FollowedEnvironment> followed = known.keys().stream()
                .map(keys -> new FollowedEnvironment(known, keys))
                .toList();
        wanted.addAll(followed.stream().map(FollowedEnvironment::key).collect(Collectors.toSet()));
        intake.only(wanted);
        followed.forEach(environment -> worker.run(() -> look(environment, api, known.interval())));
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean connected() {
        return !arrived.isEmpty() && !fetching.lasts();
    }

    private void look(FollowedEnvironment environment, FlagsmithApi api, Duration interval) {
        Duration pause = interval;
        try {
            environment.look(api, intake, environments);
            environment.backoff().reset();
            fetching.ended();
            arrived.add(environment.key());
            if (arrived.containsAll(wanted)) {
                intake.complete();
            }
        } catch (IOException failed) {
            pause = environment.backoff().next();
            fetching.began(String.valueOf(failed.getMessage()), null);
            failures.count(Failures.Kind.FETCH);
        } catch (RuntimeException broken) {
            pause = environment.backoff().next();
            fetching.began(environment.key() + " is refused, and the last good one served on", broken);
            failures.count(Failures.Kind.DOCUMENT);
        }
        worker.about(pause, () -> look(environment, api, interval));
    }

    private synchronized FlagsmithSettings settings() {
        if (settings == null) {
            settings = FlagsmithSettings.of(EdgeSettings.configured());
        }
        return settings;
    }
}
