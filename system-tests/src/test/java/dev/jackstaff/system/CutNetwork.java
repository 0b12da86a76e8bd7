package dev.jackstaff.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own (a network namespace of Linux), joined to the machine's by two links: one over which it is asked, and one
 * over which it reaches this machine's loopback addresses, as if they were another machine's. The second can be cut: what is
 * sent then is lost without a word.
 */
final class CutNetwork implements AutoCloseable {
    private static final long LIMIT_SECONDS = 10;

    private final String name;
    private final String asking;
    private final String upstream;
    private final String subnet;

    private CutNetwork(long number) {
        this.name = "jackstaff-" + number;
        this.asking = "jka" + number;
        this.upstream = "jku" + number;
        this.subnet = "10.203." + number % 120;
    }

    /**
     * Makes one.
     *
     * @throws IOException where this machine does not let us
     */
    static CutNetwork make() throws IOException {
        CutNetwork network = new CutNetwork(ProcessHandle.current().pid() % 100_000);
        try {
            network.build();
            return network;
        } catch (IOException refused) {
            network.close();
            throw refused;
        }
    }

    private void build() throws IOException {
        run("ip", "netns", "add", name);
        link(asking, subnet + ".1/30", subnet + ".2/30");
        link(upstream, subnet + ".5/30", subnet + ".6/30");
        inside("ip", "link", "set", "lo", "up");
        inside("ip", "address", "del", "127.0.0.1/8", "dev", "lo");
        Files.writeString(localRouting(upstream), "1");
        inside("sh", "-c", "echo 1 > " + localRouting(upstream + "n"));
        inside("ip", "route", "add", "127.0.0.1/32", "via", subnet + ".5", "dev", upstream + "n", "src", subnet + ".6");
    }

    private void link(String device, String here, String there) throws IOException {
        run("ip", "link", "add", device, "type", "veth", "peer", "name", device + "n", "netns", name);
        run("ip", "address", "add", here, "dev", device);
        run("ip", "link", "set", device, "up");
        inside("ip", "address", "add", there, "dev", device + "n");
        inside("ip", "link", "set", device + "n", "up");
    }

    private static Path localRouting(String device) {
        return Path.of("/proc/sys/net/ipv4/conf", device, "route_localnet");
    }

    /** What runs a command in there. */
    List<String> prefix() {
        return List.of("ip", "netns", "exec", name);
    }

    /** The address in there at which it is asked. */
    String askedAt() {
        return subnet + ".2";
    }

    /** The address in there from which it reaches this machine. */
    String reachingFrom() {
        return subnet + ".6";
    }

    void cut() throws IOException {
        run("ip", "link", "set", upstream, "down");
    }

    void heal() throws IOException {
        run("ip", "link", "set", upstream, "up");
    }

    @Override
    public void close() {
        for (List<String> end : List.of(
                List.of("ip", "link", "del", asking),
                List.of("ip", "link", "del", upstream),
                List.of("ip", "netns", "del", name))) {
            try {
                run(end.toArray(String[]::new));
            } catch (IOException notThere) {
                Report.line("%s", notThere);
            }
        }
    }

    private void inside(String... command) throws IOException {
        String[] whole = new String[command.length + prefix().size()];
        System.arraycopy(prefix().toArray(String[]::new), 0, whole, 0, prefix().size());
        System.arraycopy(command, 0, whole, prefix().size(), command.length);
        run(whole);
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
