package dev.jackstaff.listener.grizzly;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The limit of open connections from one address. Trusted proxies have none. Thread-safe. */
final class ConnectionLimit {
    private final int limit;
    private final Predicate<InetAddress> exempt;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

    ConnectionLimit(int limit, Predicate<InetAddress> exempt) {
        this.limit = limit;
        this.exempt = exempt;
    }

    /** Counts a connection; returns false, and counts nothing, if there are too many already. */
    boolean open(InetAddress address) {
        int count = open.merge(address, 1, Integer::sum);
        if (count <= limit || exempt.test(address)) {
            return true;
        }
        close(address);
        return false;
    }

    void close(InetAddress address) {
        open.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
}
