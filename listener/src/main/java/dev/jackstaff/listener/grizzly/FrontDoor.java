package dev.jackstaff.listener.grizzly;

import dev.jackstaff.background.DaemonThreads;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.nio.NIOTransport;
import org.glassfish.grizzly.ssl.SSLFilter;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/**
 * The front door of a server: the filters in each of its HTTP transports, with limits that count for all of them
 * together. Thread-safe.
 */
public final class FrontDoor {
    private static final int HEALTH_THREADS = 4;
    private static final int FREE_BYTES = 16_384;

    private final FrontDoorSettings settings;
    private final LongSupplier nanoTime;
    private final ConnectionLimit connectionLimit;
    private final MemoryBudget budget;
    private final ExecutorService healthWorkers = DaemonThreads.executor("jackstaff-health", HEALTH_THREADS);
    private final Map<NIOTransport, Installation> installations = new ConcurrentHashMap<>();
    private boolean removed;

    /** What was put into a transport, and what to restore. */
    private record Installation(FrontDoorFilter filter, FilterChain original, IOStrategy strategy) {}

    /** A front door that reads the system's clock. */
    public FrontDoor(FrontDoorSettings settings) {
        this(settings, System::nanoTime);
    }

    FrontDoor(FrontDoorSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.connectionLimit = new ConnectionLimit(settings.maxConnectionsPerAddress(), settings.trustedProxies());
        this.budget = new MemoryBudget(settings.maxHeldBytes(), FREE_BYTES);
    }

    /** Puts the filters into a transport, unless they are there or the transport is not of HTTP. */
    public synchronized void install(NIOTransport transport) {
        if (!removed
                && !installations.containsKey(transport)
                && transport.getProcessor() instanceof FilterChain chain
                && chain.indexOfType(HttpServerFilter.class) >= 0) {
            boolean secure = chain.indexOfType(SSLFilter.class) >= 0;
            ThreadPoolConfig pool = transport.getWorkerThreadPoolConfig();
            int threads = pool == null ? Integer.MAX_VALUE : pool.getMaxPoolSize();
            ExecutorService workers = transport.getWorkerThreadPool();
            RequestDispatcher dispatcher = new RequestDispatcher(
                    workers == null ? Runnable::run : workers, healthWorkers, Math.max(1, threads - threads / 4));
            FrontDoorFilter filter =
                    new FrontDoorFilter(settings, dispatcher, connectionLimit, budget, secure, nanoTime);
            IOStrategy strategy = transport.getIOStrategy();
            transport.setIOStrategy(new FramedReadStrategy(filter, strategy));
            FilterChainBuilder changed = FilterChainBuilder.stateless();
            changed.addAll(chain);
            int codec = chain.indexOfType(HttpServerFilter.class);
            changed.add(codec + 1, new ReasonPhraseFilter());
            changed.add(codec + 1, new DateHeaderFilter());
            changed.add(codec, filter);
            installations.put(transport, new Installation(filter, chain, strategy));
            transport.setProcessor(changed.build());
        }
    }

    /** Refuses requests that take too long to arrive, and forgets transports that have stopped. */
    public void sweep() {
        installations.keySet().removeIf(NIOTransport::isStopped);
        installations.values().forEach(installation -> installation.filter().sweep());
    }

    /** The number of requests of which a part has arrived. */
    public long countArriving() {
        return installations.values().stream()
                .mapToLong(installation -> installation.filter().countArriving())
                .sum();
    }

    /** Leaves all transports as they were, for good. What arrives on open connections passes unchanged from now on. */
    public synchronized void remove() {
        removed = true;
        installations.forEach((transport, installation) -> {
            transport.setProcessor(installation.original());
            transport.setIOStrategy(installation.strategy());
        });
        installations.clear();
        healthWorkers.shutdownNow();
    }
}
