package dev.jackstaff.listener.grizzly;

import dev.jackstaff.listener.framing.AssembledRequest;
import dev.jackstaff.listener.framing.FramingException;
import dev.jackstaff.listener.framing.HeadExcerpt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * The filter before the HTTP server's own: it hands on whole requests, one at a time, each in memory of its own.
 *
 * <p>The selector's thread runs it, and it never waits. So a client that sends slowly, or not to the end, occupies memory
 * but no thread. A request is handed to a worker when it is whole; what follows on the connection stays here until the
 * answer is complete. Connections that were open before the filter was installed pass unchanged.
 */
final class FrontDoorFilter extends BaseFilter {
    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SWITCHING = "HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII);
    private static final Logger LOG = Logger.getLogger(FrontDoorFilter.class.getName());

    private final FrontDoorSettings settings;
    private final Refusal refusal;
    private final RequestDispatcher dispatcher;
    private final ConnectionLimit connectionLimit;
    private final MemoryBudget budget;
    private final boolean secure;
    private final LongSupplier nanoTime;
    private final Map<Connection<?>, ClientConnection> clients = new ConcurrentHashMap<>();

    FrontDoorFilter(
            FrontDoorSettings settings,
            RequestDispatcher dispatcher,
            ConnectionLimit connectionLimit,
            MemoryBudget budget,
            boolean secure,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.refusal = new Refusal(settings.refusals());
        this.dispatcher = dispatcher;
        this.connectionLimit = connectionLimit;
        this.budget = budget;
        this.secure = secure;
        this.nanoTime = nanoTime;
    }

    /** Whether the connection's bytes are requests, which are read without waiting. */
    boolean isFramed(Connection<?> connection) {
        ClientConnection client = clients.get(connection);
        return client != null && !client.isRaw();
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) throws IOException {
        Connection<?> connection = context.getConnection();
        InetAddress address = connection.getPeerAddress() instanceof InetSocketAddress peer ? peer.getAddress() : null;
        if (address == null || !connectionLimit.open(address)) {
            LOG.log(Level.FINE, "{0} has too many connections, or has disconnected.", address);
            connection.closeSilently();
            return context.getStopAction();
        }
        clients.put(connection, new ClientConnection(address, settings.limits(), budget));
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        ClientConnection client = clients.remove(context.getConnection());
        if (client != null) {
            client.releaseMemory();
            connectionLimit.close(client.address());
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        ClientConnection client = clients.get(context.getConnection());
        if (client == null) {
            return context.getInvokeAction();
        }
        Buffer arrived = context.getMessage();
        if (arrived.hasRemaining()) {
            client.append(arrived);
            arrived.tryDispose();
        }
        if (client.isRaw()) {
            context.setMessage(wrap(context.getMemoryManager(), client.takeInput()));
            return context.getInvokeAction();
        }
        try {
            AssembledRequest request = context.getConnection().isOpen() ? client.next(nanoTime.getAsLong()) : null;
            return request == null ? awaitMore(context, client) : handOn(context, client, request);
        } catch (FramingException refused) {
            return refuse(context, client, refused);
        }
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        ClientConnection client = clients.get(context.getConnection());
        if (client != null
                && client.isUpgrading()
                && context.getMessage() instanceof Buffer answer
                && answer.remaining() >= SWITCHING.length) {
            client.upgradeAnswered(startsWith(answer, SWITCHING));
        }
        return context.getInvokeAction();
    }

    long countArriving() {
        return clients.values().stream().filter(ClientConnection::isArriving).count();
    }

    /** Refuses requests that take too long, and ends connections that are refused and still open. */
    void sweep() {
        long now = nanoTime.getAsLong();
        clients.forEach((connection, client) -> {
            if (client.isLingering(now, LINGER)) {
                connection.closeSilently();
            } else if (client.isOverdue(now, settings.requestTimeout())) {
                HeadExcerpt head = client.excerpt();
                if (client.beginClosing(now)) {
                    LOG.log(Level.FINE, "A request from {0} did not arrive in time.", client.address());
                    byte[] answer = refusal.bytes(head, Refusal.REQUEST_TIMEOUT, "the request did not arrive in time");
                    send(connection, answer, new CloseAfter(connection));
                }
            }
        });
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // as in the filter chain's own interface
    private static void send(Connection connection, byte[] answer, CloseAfter end) {
        connection.write(wrap(connection.getMemoryManager(), answer), end);
    }

    private NextAction awaitMore(FilterChainContext context, ClientConnection client) {
        if (client.pollContinue()) {
            context.write(wrap(context.getMemoryManager(), CONTINUE));
        }
        return context.getStopAction();
    }

    private NextAction handOn(FilterChainContext context, ClientConnection client, AssembledRequest request)
            throws FramingException {
        boolean costly = settings.costly().test(request.path());
        if (costly && !dispatcher.hasRoomForCostly()) {
            throw new FramingException(Refusal.UNAVAILABLE, "too many such requests wait already; try again later");
        }
        context.setMessage(wrap(context.getMemoryManager(), request.bytes()));
        NextAction next = context.getInvokeAction(client.hasInput() ? Buffers.EMPTY_BUFFER : null);
        context.suspend();
        try {
            if (settings.health().test(request.path())) {
                dispatcher.dispatchHealth(() -> context.resume(next));
            } else if (costly) {
                dispatcher.dispatchCostly(() -> context.resume(next));
            } else {
                dispatcher.dispatch(client.address(), () -> context.resume(next));
            }
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.FINE, "The server is stopping.", stopping);
            context.getConnection().closeSilently();
        }
        return context.getSuspendAction();
    }

    private NextAction refuse(FilterChainContext context, ClientConnection client, FramingException refused) {
        Connection<?> connection = context.getConnection();
        HeadExcerpt head = client.excerpt();
        if (client.beginClosing(nanoTime.getAsLong())) {
            LOG.log(Level.FINE, "A request from {0} is refused: {1}.", new Object[] {
                client.address(), refused.getMessage()
            });
            byte[] answer = refusal.bytes(head, refused.status(), String.valueOf(refused.getMessage()));
            context.write(wrap(context.getMemoryManager(), answer), new CloseAfter(connection));
        }
        return context.getStopAction();
    }

    private static Buffer wrap(MemoryManager<?> memory, byte[] bytes) {
        return Buffers.wrap(memory, bytes);
    }

    private static boolean startsWith(Buffer buffer, byte[] beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if (buffer.get(buffer.position() + i) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The end of a connection after its refusal was sent. Only the sending side is closed at once: a client that is still
     * sending would otherwise lose the refusal.
     */
    @SuppressWarnings("rawtypes") // as in the filter chain's own interface
    private final class CloseAfter extends EmptyCompletionHandler<WriteResult> {
        private final Connection<?> connection;

        CloseAfter(Connection<?> connection) {
            this.connection = connection;
        }

        @Override
        public void completed(WriteResult result) {
            try {
                if (secure) {
                    connection.closeSilently();
                } else if (((NIOConnection) connection).getChannel() instanceof SocketChannel channel) {
                    channel.shutdownOutput();
                }
            } catch (IOException disconnected) {
                LOG.log(Level.FINE, "The client has disconnected.", disconnected);
                connection.closeSilently();
            }
        }

        @Override
        public void failed(Throwable disconnected) {
            connection.closeSilently();
        }
    }
}
