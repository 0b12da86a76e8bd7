package dev.jackstaff.system;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Strangers who guess passwords of made-up accounts as fast as they can, each time from another address. */
final class LoginFlood implements AutoCloseable {
    private static final int GUESSERS = 16;

    private final ExecutorService guessers = Executors.newFixedThreadPool(GUESSERS);
    private final AtomicInteger guesses = new AtomicInteger();
    private final URI hub;
    private volatile boolean ended;

    private LoginFlood(String hub) {
        this.hub = URI.create(hub);
    }

    static LoginFlood on(String hub) {
        LoginFlood flood = new LoginFlood(hub);
        for (int i = 0; i < GUESSERS; i++) {
            flood.guessers.execute(flood::guess);
        }
        return flood;
    }

    /** How many guesses were answered, with whatever status. */
    int guesses() {
        return guesses.get();
    }

    private void guess() {
        while (!ended) {
            int number = guesses.incrementAndGet();
            String body = "{\"email\":\"nobody-" + number + "@example.org\",\"password\":\"guess\"}";
            try (Socket socket = new Socket(InetAddress.getByName(hub.getHost()), hub.getPort(), source(number), 0)) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream()
                        .write(("POST /api/v1/auth/login HTTP/1.1\r\nHost: " + hub.getAuthority()
                                        + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                                        + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException refused) {
                // the flood goes on, whatever becomes of one guess
            }
        }
    }

    private static InetAddress source(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 1, (byte) (number >> 8), (byte) number});
    }

    @Override
    public void close() {
        ended = true;
        guessers.shutdownNow();
    }
}
