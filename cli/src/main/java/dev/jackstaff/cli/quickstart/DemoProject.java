package dev.jackstaff.cli.quickstart;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.client.EdgeClient;
import dev.jackstaff.cli.client.HealthProbe;
import dev.jackstaff.cli.client.HubClient;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.process.Deadline;
import dev.jackstaff.cli.terminal.CommandFailedException;
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
    public static final String PROJECT_KEY = "demo";

    public static final String FLAG_KEY = "new-checkout";
    private static final String ENVIRONMENT_KEY = "production";
    private static final Duration ARRIVAL_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final InstallationHome home;
    private final InstallationState state;
    private final URI hub;
    private final URI edge;

    public DemoProject(InstallationHome home, InstallationState state) {
        this.home = home;
        this.state = state;
        this.hub = state.ports().hubUrl();
        this.edge = state.ports().edgeUrl();
    }

    /** Makes what is missing, waits until the edge answers with the demo flag, and writes the quickstart file. */
    public Quickstart ensureExists() throws IOException {
        Administrator administrator = Administrator.of(state);
        HubClient client = HubClient.login(hub, administrator.email(), administrator.password());
        boolean made = ensureFlags(client);
        String id = client.fetchEnvironment(PROJECT_KEY, ENVIRONMENT_KEY).getString("id");
        Optional<Quickstart> kept = Quickstart.find(home)
                .filter(quickstart -> quickstart.environmentId().equals(id))
                .filter(quickstart -> isAccepted(quickstart.serverKey()) && isAccepted(quickstart.clientKey()));
        Quickstart quickstart = new Quickstart(
                hub,
                edge,
                hub.resolve("/admin"),
                administrator.email(),
                administrator.password(),
                PROJECT_KEY,
                ENVIRONMENT_KEY,
                id,
                kept.map(Quickstart::serverKey).orElseGet(() -> createKey(client, "server")),
                kept.map(Quickstart::clientKey).orElseGet(() -> createKey(client, "client")));
        quickstart.save(home);
        awaitEdge(quickstart, made);
        return quickstart;
    }

    private static boolean ensureFlags(HubClient client) throws IOException {
        if (client.hasProject(PROJECT_KEY)) {
            return false;
        }
        client.createProject(Json.createObjectBuilder()
                .add("key", PROJECT_KEY)
                .add("name", "Demo")
                .add("description", "A few flags to try things with.")
                .build());
        for (JsonObject entry : loadFlags().getValuesAs(JsonObject.class)) {
            JsonObject flag = entry.getJsonObject("flag");
            client.createFlag(PROJECT_KEY, flag);
            client.putFlagState(PROJECT_KEY, flag.getString("key"), ENVIRONMENT_KEY, entry.getJsonObject("state"));
        }
        return true;
    }

    private static String createKey(HubClient client, String kind) {
        return client.createKey(Json.createObjectBuilder()
                .add("name", "quickstart " + kind)
                .add("kind", kind)
                .add("project", PROJECT_KEY)
                .add("environment", ENVIRONMENT_KEY)
                .build());
    }

    /** Whether the edge takes the key. An edge that has just started may not have its snapshot yet. */
    private boolean isAccepted(String key) {
        Deadline deadline = Deadline.after(SETTLE_TIMEOUT);
        while (true) {
            ApiResponse answer = new EdgeClient(edge, key).evaluate(FLAG_KEY, demoUser());
            boolean refused = answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN;
            if (answer.isSuccess() || answer.status() == NOT_FOUND || deadline.isPast()) {
                return !refused;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** A person may have deleted the flag since; that the edge does not know it is then an answer as well. */
    private void awaitEdge(Quickstart quickstart, boolean made) {
        Deadline deadline = Deadline.after(ARRIVAL_TIMEOUT);
        EdgeClient client = new EdgeClient(edge, quickstart.serverKey());
        ApiResponse answer = client.evaluate(FLAG_KEY, demoUser());
        while (!hasArrived(answer, made) || !new HealthProbe(edge).isReady()) {
            if (deadline.isPast()) {
                throw new CommandFailedException("The demo project did not arrive at the edge within "
                        + ARRIVAL_TIMEOUT.toSeconds() + " s. The edge says: " + answer.errorMessage());
            }
            LockSupport.parkNanos(POLL.toNanos());
            answer = client.evaluate(FLAG_KEY, demoUser());
        }
    }

    private static boolean hasArrived(ApiResponse answer, boolean made) {
        return answer.isSuccess() || (!made && answer.status() == NOT_FOUND);
    }

    private static JsonObject demoUser() {
        return Json.createObjectBuilder().add("targetingKey", "ada").build();
    }

    static JsonArray loadFlags() throws IOException {
        try (InputStream in = DemoProject.class.getResourceAsStream("demo.json")) {
            if (in == null) {
                throw new IllegalStateException("demo.json is missing");
            }
            return Json.createReader(in).readArray();
        }
    }
}
