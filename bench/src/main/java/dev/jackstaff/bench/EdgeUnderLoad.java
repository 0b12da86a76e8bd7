package dev.jackstaff.bench;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.grid.GridMemberConfig;
import dev.jackstaff.grid.GridNames;
import dev.jackstaff.grid.GridSeal;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The shipped edge on the shipped Payara Micro, with the constant servlet and a data grid member that holds the
 * snapshots. All on loopback.
 */
final class EdgeUnderLoad implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String CLUSTER = "bench";
    private static final String SECRET = "a-secret-that-is-in-benchmarks-only";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HazelcastInstance hazelcast;
    private final Process process;
    private final int port;

    private EdgeUnderLoad(HazelcastInstance hazelcast, Process process, int port) {
        this.hazelcast = hazelcast;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the edge and the data grid member, and waits until the edge is ready.
     *
     * @param stack where the build collected the edge and Payara Micro
     * @param work a directory of its own, for logs and configuration
     */
    static EdgeUnderLoad start(Path stack, Path work, List<Snapshot> snapshots)
            throws IOException, InterruptedException {
        int hubGrid = freePort();
        int edgeGrid = freePort();
        int port = freePort();
        Path options = copySetupFile("edge.jvm-options", work);
        Path before = copySetupFile("edge-pre-boot.asadmin", work);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + options,
                "-jar",
                payaraMicro(stack).toString(),
                "--port",
                Integer.toString(port),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                before.toString(),
                "--deploy",
                stack.resolve("jackstaff-edge.war").toString(),
                "--contextroot",
                "/",
                "--deploy",
                constantWar(work).toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("edge.log").toFile());
        builder.environment().put("JACKSTAFF_EDGE_ADDRESS", LOOPBACK);
        builder.environment().put("JACKSTAFF_EDGE_GRID_CLUSTER", CLUSTER);
        builder.environment().put("JACKSTAFF_EDGE_GRID_SECRET", SECRET);
        builder.environment().put("JACKSTAFF_EDGE_GRID_INTERFACE", LOOPBACK);
        builder.environment().put("JACKSTAFF_EDGE_GRID_PORT", Integer.toString(edgeGrid));
        builder.environment().put("JACKSTAFF_EDGE_GRID_MEMBERS", LOOPBACK + ":" + hubGrid);
        GridMemberConfig member = new GridMemberConfig(CLUSTER, LOOPBACK, hubGrid, List.of(LOOPBACK + ":" + hubGrid));
        HazelcastInstance hazelcast = Hazelcast.newHazelcastInstance(member.forHub());
        publish(hazelcast, snapshots);
        EdgeUnderLoad edge = new EdgeUnderLoad(hazelcast, builder.start(), port);
        try {
            edge.awaitReady();
            return edge;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            edge.close();
            throw failed;
        }
    }

    private static void publish(HazelcastInstance hazelcast, List<Snapshot> snapshots) {
        GridSeal seal = GridSeal.of(SECRET);
        Map<String, SnapshotHead> heads = new HashMap<>();
        for (Snapshot snapshot : snapshots) {
            byte[] sealed = seal.seal(GridNames.SNAPSHOTS, snapshot.key(), SnapshotWriter.write(snapshot));
            hazelcast.getMap(GridNames.SNAPSHOTS).put(snapshot.key(), sealed);
            heads.put(snapshot.key(), SnapshotHead.of(snapshot));
        }
        byte[] heartbeat = new Heartbeat(Instant.now(), heads).text().getBytes(StandardCharsets.UTF_8);
        hazelcast
                .getMap(GridNames.PUBLICATION)
                .put(GridNames.HEARTBEAT, seal.seal(GridNames.PUBLICATION, GridNames.HEARTBEAT, heartbeat));
    }

    /** The address of a path of the edge. */
    URI address(String path) {
        return URI.create("http://" + LOOPBACK + ":" + port + path);
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START_TIMEOUT);
        while (!answersOk("/health/ready") || !answersOk("/constant/constant")) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                throw new IOException(
                        "the edge did not start: see edge.log in the temporary directory jackstaff-load*");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean answersOk(String path) throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(address(path)).build()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path copySetupFile(String name, Path work) throws IOException {
        try (InputStream resource = EdgeUnderLoad.class.getResourceAsStream("/dev/jackstaff/payara/" + name)) {
            if (resource == null) {
                throw new IOException(name + " is missing");
            }
            Path file = work.resolve(name);
            Files.write(file, resource.readAllBytes());
            return file;
        }
    }

    private static Path payaraMicro(Path stack) throws IOException {
        try (Stream<Path> files = Files.list(stack)) {
            return files.filter(file -> file.getFileName().toString().startsWith("payara-micro-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Payara Micro is missing in " + stack));
        }
    }

    private static Path constantWar(Path work) throws IOException {
        Path war = work.resolve("constant.war");
        String name = "dev/jackstaff/bench/ConstantServlet.class";
        try (InputStream code = EdgeUnderLoad.class.getResourceAsStream("/" + name);
                JarOutputStream archive = new JarOutputStream(Files.newOutputStream(war))) {
            if (code == null) {
                throw new IOException(name + " is missing");
            }
            archive.putNextEntry(new ZipEntry("WEB-INF/classes/" + name));
            code.transferTo(archive);
        }
        return war;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        hazelcast.getLifecycleService().terminate();
    }
}
