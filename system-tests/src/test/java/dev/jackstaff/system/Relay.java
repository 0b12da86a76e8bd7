package dev.jackstaff.system;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be closed: connections through it end then, and new ones are refused, as if the server had died. */
final class Relay implements AutoCloseable {
    private final InetSocketAddress target;
    private final int port;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;

    private Relay(InetSocketAddress target, ServerSocket listening) {
        this.target = target;
        this.listening = listening;
        this.port = listening.getLocalPort();
    }

    /** Opens one to the server at this address. */
    static Relay to(String url) {
        URI server = URI.create(url);
        Relay relay = new Relay(new InetSocketAddress(server.getHost(), server.getPort()), listen(0));
        relay.begin();
        return relay;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Lets nothing through from now on. */
    synchronized void cut() {
        end(listening);
        connections.forEach(Relay::end);
    }

    @Override
    public void close() {
        cut();
    }

    /** Lets all through again, at the same address. */
    synchronized void heal() {
        listening = listen(port);
        begin();
    }

    private void begin() {
        ServerSocket accepting = listening;
        daemon(() -> accept(accepting));
    }

    private void accept(ServerSocket accepting) {
        while (!accepting.isClosed()) {
            try {
                Socket client = accepting.accept();
                Socket server = new Socket();
                connections.add(client);
                connections.add(server);
                server.connect(target);
                daemon(() -> pump(client, server));
                daemon(() -> pump(server, client));
                if (accepting.isClosed()) {
                    connections.forEach(Relay::end);
                }
            } catch (IOException closed) {
                connections.removeIf(Socket::isClosed);
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            connections.remove(from);
        }
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
