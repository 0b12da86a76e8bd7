package dev.jackstaff.api.http;

import dev.jackstaff.engine.condition.Network;
import dev.jackstaff.listener.ListenerGuard;
import dev.jackstaff.listener.framing.FramingLimits;
import dev.jackstaff.listener.framing.HeadExcerpt;
import dev.jackstaff.listener.grizzly.FrontDoorSettings;
import dev.jackstaff.listener.grizzly.RefusalForm;
import dev.jackstaff.protocols.http.Reply;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The front door of the hub: its listeners are guarded while the application runs. */
@WebListener
public class HubFrontDoor implements ServletContextListener {
    /** The size of the largest body that any route reads. */
    public static final int MAX_BODY_BYTES = 20 * 1_048_576;

    private static final String REQUEST_TIMEOUT = "jackstaff.hub.http.request-timeout";
    private static final String CONNECTIONS_PER_ADDRESS = "jackstaff.hub.connections.per-address";
    private static final String TRUSTED_PROXIES = "jackstaff.hub.proxies.trusted";

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    private static final int DEFAULT_CONNECTIONS = 10_000;
    private static final int SHARE_OF_HEAP = 8;
    private static final Set<String> HEALTH = Set.of("/health", "/health/live", "/health/ready");

    private static final Logger LOG = Logger.getLogger(HubFrontDoor.class.getName());

    private @Nullable ListenerGuard guard;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        FrontDoorSettings settings = settings(ConfigProvider.getConfig());
        try {
            guard = ListenerGuard.start(settings);
        } catch (IllegalStateException | LinkageError another) {
            LOG.log(Level.SEVERE, "The hub's listeners are not guarded against slow and false requests.", another);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (guard != null) {
            guard.stop();
        }
    }

    static FrontDoorSettings settings(Config config) {
        return new FrontDoorSettings(
                FramingLimits.ofBody(MAX_BODY_BYTES, true),
                config.getOptionalValue(REQUEST_TIMEOUT, Duration.class).orElse(DEFAULT_TIMEOUT),
                config.getOptionalValue(CONNECTIONS_PER_ADDRESS, Integer.class).orElse(DEFAULT_CONNECTIONS),
                trustedProxies(
                        config.getOptionalValue(TRUSTED_PROXIES, String.class).orElse("")),
                HEALTH::contains,
                LoginPaths::contain,
                Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP,
                HubFrontDoor::refusal);
    }

    private static RefusalForm.Answer refusal(HeadExcerpt request, int status, String sentence) {
        Reply reply = HubRefusals.of(request.path(), status, sentence);
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.putIfAbsent("Content-Type", "application/json");
        return new RefusalForm.Answer(headers, reply.body());
    }

    private static Predicate<InetAddress> trustedProxies(String list) {
        List<Network> proxies = Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(HubFrontDoor::network)
                .toList();
        return address -> proxies.stream().anyMatch(network -> network.contains(address.getHostAddress()));
    }

    private static Network network(String text) {
        return Network.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        TRUSTED_PROXIES + " must list IP addresses and CIDR blocks, not \"" + text + "\""));
    }
}
