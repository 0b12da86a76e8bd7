package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.testprocess.MachineSpeed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Thousands of clients listen to one edge; some read nothing. The others are told of a change at once all the same. */
@UsesSharedStack
@Isolated("it measures")
class ManyStreamsST {
    private static final int READING = Integer.getInteger("jackstaff.streams", 5_000);
    private static final int STALLED = READING / 10;
    private static final int CHANGES = 5;

    /** What no change may take, on a machine that others use too. The goal is 1 s. */
    private static final double LIMIT_SECONDS = 2;

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final byte[] NEWS = "event: unleash-updated".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONNECTED = "event: unleash-connected".getBytes(StandardCharsets.UTF_8);

    private final QuickstartFile quickstart;
    private final ManagementClient hub;

    ManyStreamsST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
        this.hub = ManagementClient.of(installation);
    }

    /** A client, and what it has read. */
    private static final class Client {
        private final SocketChannel channel;
        private long connected;
        private long news;
        private byte[] tail = {};

        Client(SocketChannel channel) {
            this.channel = channel;
        }
    }

    @Test
    void slowReadersDelayNobody() throws IOException {
        hub.createFlag("streams");
        hub.toggle("streams", true);
        URI edge = URI.create(quickstart.edgeUrl());
        List<Client> stalled = new ArrayList<>();
        List<Client> reading = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < STALLED; i++) {
                stalled.add(connect(edge));
            }
            for (int i = 0; i < READING; i++) {
                Client client = connect(edge);
                client.channel.configureBlocking(false);
                client.channel.register(selector, SelectionKey.OP_READ, client);
                reading.add(client);
                read(selector, 0);
            }
            until(selector, reading, client -> client.connected > 0);

            double[] seconds = new double[CHANGES];
            for (int i = 0; i < CHANGES; i++) {
                long told = i + 1L;
                hub.toggle("streams", i % 2 == 1);
                long begun = System.nanoTime();
                until(selector, reading, client -> client.news >= told);
                seconds[i] = (System.nanoTime() - begun) / 1e9;
            }
            Arrays.sort(seconds);

            RunReport.print(
                    "%d streams on one edge, and %d that read nothing: a change reached all within %.2f s (middle of %d;"
                            + " slowest %.2f s)",
                    READING, STALLED, seconds[CHANGES / 2], CHANGES, seconds[CHANGES - 1]);
            assertThat(seconds[CHANGES / 2]).isLessThan(LIMIT_SECONDS * MachineSpeed.slowdown());
        } finally {
            for (Client client : reading) {
                client.channel.close();
            }
            for (Client client : stalled) {
                client.channel.close();
            }
        }
        await().atMost(LIMIT)
                .until(() -> OfrepClient.at(quickstart.edgeUrl(), quickstart)
                                .evaluate("streams")
                                .status()
                        == 200);
    }

    private Client connect(URI edge) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
        channel.connect(new InetSocketAddress(edge.getHost(), edge.getPort()));
        String request = "GET /api/client/streaming HTTP/1.1\r\nHost: " + edge.getAuthority() + "\r\nAuthorization: "
                + quickstart.serverKey() + "\r\nAccept: text/event-stream\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return new Client(channel);
    }

    private static void until(Selector selector, List<Client> clients, Predicate<Client> done) throws IOException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!clients.stream().allMatch(done)) {
            assertThat(System.nanoTime() - limit)
                    .describedAs("%d of %d", clients.stream().filter(done).count(), clients.size())
                    .isNegative();
            read(selector, TimeUnit.SECONDS.toMillis(1));
        }
    }

    private static void read(Selector selector, long wait) throws IOException {
        if (wait == 0) {
            selector.selectNow();
        } else {
            selector.select(wait);
        }
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        for (SelectionKey key : selector.selectedKeys()) {
            Client client = (Client) key.attachment();
            buffer.clear();
            if (client.channel.read(buffer) < 0) {
                throw new IOException("a client that reads was dropped");
            }
            countEvents(client, Arrays.copyOf(buffer.array(), buffer.position()));
        }
        selector.selectedKeys().clear();
    }

    /** Counts events; one may be cut in two by the reads. */
    private static void countEvents(Client client, byte[] read) {
        byte[] text = Arrays.copyOf(client.tail, client.tail.length + read.length);
        System.arraycopy(read, 0, text, client.tail.length, read.length);
        int rest = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                if (startsWith(text, rest, NEWS)) {
                    client.news++;
                } else if (startsWith(text, rest, CONNECTED)) {
                    client.connected++;
                }
                rest = i + 1;
            }
        }
        client.tail = Arrays.copyOfRange(text, rest, text.length);
    }

    private static boolean startsWith(byte[] text, int from, byte[] beginning) {
        return text.length - from >= beginning.length
                && Arrays.equals(text, from, from + beginning.length, beginning, 0, beginning.length);
    }
}
