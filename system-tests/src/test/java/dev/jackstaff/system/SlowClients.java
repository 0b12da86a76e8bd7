package dev.jackstaff.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that never finish a request: each sends its beginning at once, and then a byte every half a second. One that is
 * disconnected comes back.
 */
final class SlowClients implements AutoCloseable {
    private static final String SOURCE = "127.0.0.67";
    private static final long PAUSE_MILLIS = 500;

    private final InetSocketAddress server;
    private final byte[] beginning;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final AtomicInteger disconnections = new AtomicInteger();
    private final Thread thread = new Thread(this::drip, "slow-clients");
    private volatile boolean ended;

    private SlowClients(String server, String beginning) {
        URI address = URI.create(server);
        this.server = new InetSocketAddress(address.getHost(), address.getPort());
        this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    }

    static SlowClients on(String server, String beginning, int clients) {
        SlowClients slow = new SlowClients(server, beginning);
        try {
            for (int i = 0; i < clients; i++) {
                slow.channels.add(slow.connect());
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        slow.thread.start();
        return slow;
    }

    /** How often the server ended a connection. */
    int disconnections() {
        return disconnections.get();
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.bind(new InetSocketAddress(SOURCE, 0));
        channel.connect(server);
        channel.write(ByteBuffer.wrap(beginning));
        channel.configureBlocking(false);
        return channel;
    }

    private void drip() {
        try {
            while (!ended) {
                for (int i = 0; i < channels.size(); i++) {
                    if (!sendByte(channels.get(i))) {
                        disconnections.incrementAndGet();
                        channels.get(i).close();
                        channels.set(i, connect());
                    }
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the server still waits for more. */
    private static boolean sendByte(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(1_024)) == 0
                    && channel.write(ByteBuffer.wrap(new byte[] {'x'})) == 1;
        } catch (IOException disconnected) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
