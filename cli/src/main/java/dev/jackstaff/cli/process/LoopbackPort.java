package dev.jackstaff.cli.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** A TCP port of the loopback interface. */
public record LoopbackPort(int number) {
    private static final int MAX_NUMBER = 65_535;
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

    public LoopbackPort {
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("a port is within 1.." + MAX_NUMBER + ": " + number);
        }
    }

    /** A port that is unused at this moment. */
    public static LoopbackPort unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new LoopbackPort(socket.getLocalPort());
        }
    }

    /** Whether this process could listen on the port now. */
    public boolean isFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether connections to the port are accepted now. */
    public boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(address(), Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
