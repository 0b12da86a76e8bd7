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
final class PartitionedNetwork implements AutoCloseable {
    private static final long LIMIT_SECONDS = 10;

    private final String name;
    private final String clientAddress;
    private final String upstreamAddress;
    private final String subnet;

    private PartitionedNetwork(long number) {
        this.name = "jackstaff-" + number;
        this.clientAddress = "jka" + number;
        this.upstreamAddress = "jku" + number;
        this.subnet = "10.203." + number % 120;
    }

    /**
     * Makes one.
     *
     * @throws IOException where this machine does not let us
     */
    static PartitionedNetwork create() throws IOException {
        PartitionedNetwork network =
                new PartitionedNetwork(ProcessHandle.current().pid() % 100_000);
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
        addLink(clientAddress, subnet + ".1/30", subnet + ".2/30");
        addLink(upstreamAddress, subnet + ".5/30", subnet + ".6/30");
        runInside("ip", "link", "set", "lo", "up");
        runInside("ip", "address", "del", "127.0.0.1/8", "dev", "lo");
        Files.writeString(localRouting(upstreamAddress), "1");
        runInside("sh", "-c", "echo 1 > " + localRouting(upstreamAddress + "n"));
        runInside(
                "ip",
                "route",
                "add",
                "127.0.0.1/32",
                "via",
                subnet + ".5",
                "dev",
                upstreamAddress + "n",
                "src",
                subnet + ".6");
    }

    private void addLink(String device, String here, String there) throws IOException {
        run("ip", "link", "add", device, "type", "veth", "peer", "name", device + "n", "netns", name);
        run("ip", "address", "add", here, "dev", device);
        run("ip", "link", "set", device, "up");
        runInside("ip", "address", "add", there, "dev", device + "n");
        runInside("ip", "link", "set", device + "n", "up");
    }

    private static Path localRouting(String device) {
        return Path.of("/proc/sys/net/ipv4/conf", device, "route_localnet");
    }

    /** What runs a command in there. */
    List<String> commandPrefix() {
        return List.of("ip", "netns", "exec", name);
    }

    /** The address in there at which it is asked. */
    String clientAddress() {
        return subnet + ".2";
    }

    /** The address in there from which it reaches this machine. */
    String upstreamAddress() {
        return subnet + ".6";
    }

    void cut() throws IOException {
        run("ip", "link", "set", upstreamAddress, "down");
    }

    void heal() throws IOException {
        run("ip", "link", "set", upstreamAddress, "up");
    }

    @Override
    public void close() {
        for (List<String> end : List.of(
                List.of("ip", "link", "del", clientAddress),
                List.of("ip", "link", "del", upstreamAddress),
                List.of("ip", "netns", "del", name))) {
            try {
                run(end.toArray(String[]::new));
            } catch (IOException notThere) {
                RunReport.print("%s", notThere);
            }
        }
    }

    private void runInside(String... command) throws IOException {
        String[] whole = new String[command.length + commandPrefix().size()];
        System.arraycopy(
                commandPrefix().toArray(String[]::new),
                0,
                whole,
                0,
                commandPrefix().size());
        System.arraycopy(command, 0, whole, commandPrefix().size(), command.length);
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
