package dev.jackstaff.edge.server;

import dev.jackstaff.edge.settings.ServerSetting;
import dev.jackstaff.engine.condition.Network;
import dev.jackstaff.listener.framing.FramingLimits;
import dev.jackstaff.listener.grizzly.FrontDoorSettings;
import dev.jackstaff.listener.grizzly.RefusalForm;
import dev.jackstaff.protocols.http.RequestBody;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The settings of the edge's front door. */
final class EdgeFrontDoor {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    private static final int DEFAULT_CONNECTIONS = 20_000;
    private static final int SHARE_OF_HEAP = 8;

    /** Health checks of all protocols, below a base path too. */
    private static final Pattern HEALTH =
            Pattern.compile("(/.*)?/(health(/live|/ready)?|internal-backstage/(health|ready)|(proxy|sse)/health)/?");

    private EdgeFrontDoor() {}

    static FrontDoorSettings settings(EdgeSettings settings, RefusalForm refusals) {
        return new FrontDoorSettings(
                FramingLimits.ofBody(RequestBody.MAX_BYTES, false),
                settings.duration(ServerSetting.REQUEST_TIMEOUT).orElse(DEFAULT_TIMEOUT),
                settings.number(ServerSetting.CONNECTIONS_PER_ADDRESS, DEFAULT_CONNECTIONS),
                trustedProxies(settings),
                path -> HEALTH.matcher(path).matches(),
                path -> false,
                Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP,
                refusals);
    }

    private static Predicate<InetAddress> trustedProxies(EdgeSettings settings) {
        List<Network> proxies = settings.networks(ProtocolSetting.PROXIES_TRUSTED);
        boolean everybody = proxies.isEmpty() && settings.isOn(ProtocolSetting.PROXIES_TRUST);
        return address -> everybody || proxies.stream().anyMatch(network -> network.contains(address.getHostAddress()));
    }
}
