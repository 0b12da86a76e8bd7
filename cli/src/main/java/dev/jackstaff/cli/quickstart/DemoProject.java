package dev.jackstaff.cli.quickstart;

import dev.jackstaff.cli.client.Answer;
import dev.jackstaff.cli.client.EdgeClient;
import dev.jackstaff.cli.client.Health;
import dev.jackstaff.cli.client.HubClient;
import dev.jackstaff.cli.installation.Home;
import dev.jackstaff.cli.installation.State;
import dev.jackstaff.cli.terminal.Failure;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The project {@code demo}, made through the management API as any other would be. What is there is left as it is: a person
 * may have changed it. Keys are kept as long as the edge takes them.
 */
public final class DemoProject {
    /** The project, and the flag by which its arrival at the edge is seen. */
    public static final String PROJECT = "demo";

    public static final String FLAG = "new-checkout";
    private static final String ENVIRONMENT = "production";
    private static final Duration ARRIVAL = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Home home;
    private final State state;
    private final URI hub;
    private final URI edge;

    public DemoProject(Home home, State state) {
        this.home = home;
        this.state = state;
        this.hub = state.ports().hubUrl();
        this.edge = state.ports().edgeUrl();
    }

    /** Makes what is missing, waits until the edge answers with the demo flag, and writes the quickstart file. */
    public Quickstart ensure() throws IOException {
        Administrator administrator = Administrator.of(state);
        HubClient client = HubClient.login(hub, administrator.email(), administrator.password());
        boolean made = ensureFlags(client);
        String id = client.environment(PROJECT, ENVIRONMENT).getString("id");
        Optional<Quickstart> kept = Quickstart.existing(home)
                .filter(quickstart -> quickstart.environmentId().equals(id))
                .filter(quickstart -> accepted(quickstart.serverKey()) && accepted(quickstart.clientKey()));
        Quickstart quickstart = new Quickstart(
                hub,
                edge,
                hub.resolve("/admin"),
                administrator.email(),
                administrator.password(),
                PROJECT,
                ENVIRONMENT,
                id,
                kept.map(Quickstart::serverKey).orElseGet(() -> key(client, "server")),
                kept.map(Quickstart::clientKey).orElseGet(() -> key(client, "client")));
        quickstart.save(home);
        awaitEdge(quickstart, made);
        return quickstart;
    }

    private static boolean ensureFlags(HubClient client) throws IOException {
        if (client.hasProject(PROJECT)) {
            return false;
        }
        client.addProject(Json.createObjectBuilder()
                .add("key", PROJECT)
                .add("name", "Demo")
                .add("description", "A few flags to try things with.")
                .build());
        for (JsonObject entry : shipped().getValuesAs(JsonObject.class)) {
            JsonObject flag = entry.getJsonObject("flag");
            client.addFlag(PROJECT, flag);
            client.setState(PROJECT, flag.getString("key"), ENVIRONMENT, entry.getJsonObject("state"));
        }
        return true;
    }

    private static String key(HubClient client, String kind) {
        return client.addKey(Json.createObjectBuilder()
                .add("name", "quickstart " + kind)
                .add("kind", kind)
                .add("project", PROJECT)
                .add("environment", ENVIRONMENT)
                .build());
    }

    /** Whether the edge takes the key. An edge that has just started may not have its snapshot yet. */
    private boolean accepted(String key) {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        while (true) {
            Answer answer = new EdgeClient(edge, key).evaluate(FLAG, demoUser());
            boolean refused = answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN;
            if (answer.ok() || answer.status() == NOT_FOUND || System.nanoTime() > deadline) {
                return !refused;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** A person may have deleted the flag since; that the edge does not know it is then an answer as well. */
    private void awaitEdge(Quickstart quickstart, boolean made) {
        long deadline = System.nanoTime() + ARRIVAL.toNanos();
        EdgeClient client = new EdgeClient(edge, quickstart.serverKey());
        Answer answer = client.evaluate(FLAG, demoUser());
        while (!arrived(answer, made) || !new Health(edge).ready()) {
            if (System.nanoTime() > deadline) {
                throw new Failure("The demo project did not arrive at the edge within " + ARRIVAL.toSeconds()
                        + " s. The edge says: " + answer.refusal());
            }
            LockSupport.parkNanos(POLL.toNanos());
            answer = client.evaluate(FLAG, demoUser());
        }
    }

    private static boolean arrived(Answer answer, boolean made) {
        return answer.ok() || (!made && answer.status() == NOT_FOUND);
    }

    private static JsonObject demoUser() {
        return Json.createObjectBuilder().add("targetingKey", "ada").build();
    }

    static JsonArray shipped() throws IOException {
        try (InputStream in = DemoProject.class.getResourceAsStream("demo.json")) {
            if (in == null) {
                throw new IllegalStateException("demo.json is missing");
            }
            return Json.createReader(in).readArray();
        }
    }
}
