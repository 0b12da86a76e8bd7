package dev.jackstaff.listener.grizzly;

import dev.jackstaff.listener.framing.FramingLimits;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * The settings of the filter.
 *
 * @param limits the limits of one request
 * @param requestTimeout the time within which a request must arrive; a large body has more
 * @param maxConnectionsPerAddress the number of connections that one address may have open
 * @param trustedProxies the addresses without that limit
 * @param health whether a path is a health check
 * @param costly whether requests of a path take so much of the processors that only a few may run at once
 * @param maxHeldBytes the memory that unfinished requests may hold
 * @param refusals the form of refusals
 */
public record FrontDoorSettings(
        FramingLimits limits,
        Duration requestTimeout,
        int maxConnectionsPerAddress,
        Predicate<InetAddress> trustedProxies,
        Predicate<String> health,
        Predicate<String> costly,
        long maxHeldBytes,
        RefusalForm refusals) {}
