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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The project {@code demo}, created through the management API. Existing content is left alone. Keys are reused while
 * the edge accepts them.
 */
public final class DemoProject {
    /** The project's key. */
    public static final String PROJECT_KEY = "demo";

    /** The key of the flag that shows whether the project has reached the edge. */
    public static final String FLAG_KEY = "new-checkout";

    private static final String ENVIRONMENT_KEY = "production";
    private static final int VISITORS = 40;
    private static final List<String> COUNTRIES = List.of("DE", "SE", "NO", "DK", "FI");
    private static final List<String> PLANS = List.of("free", "basic", "pro");
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

    /** Creates what is missing, waits until the edge serves the demo flag, and writes the quickstart file. */
    public Quickstart ensureExists() throws IOException {
        Administrator administrator = Administrator.of(state);
        HubClient client = HubClient.login(hub, administrator.email(), administrator.password());
        boolean created = ensureContent(client);
        String id = client.fetchEnvironment(PROJECT_KEY, ENVIRONMENT_KEY).getString("id");
        Optional<Quickstart> reusable = Quickstart.find(home)
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
                reusable.map(Quickstart::serverKey).orElseGet(() -> createKey(client, "server")),
                reusable.map(Quickstart::clientKey).orElseGet(() -> createKey(client, "client")));
        quickstart.save(home);
        awaitEdge(quickstart, created);
        if (created) {
            evaluate(quickstart);
        }
        return quickstart;
    }

    private static boolean ensureContent(HubClient client) throws IOException {
        if (client.hasProject(PROJECT_KEY)) {
            return false;
        }
        client.createProject(Json.createObjectBuilder()
                .add("key", PROJECT_KEY)
                .add("name", "Demo")
                .add("description", "A few flags to try things with.")
                .build());
        loadChanges().getValuesAs(JsonObject.class).forEach(change -> client.change(PROJECT_KEY, change));
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

    /** Whether the edge accepts a key. A just started edge gets time to receive its snapshot. */
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

    /**
     * Waits until the edge serves all that was created, or, if nothing was, the demo flag, or does not know it because somebody
     * has deleted it.
     */
    private void awaitEdge(Quickstart quickstart, boolean created) throws IOException {
        List<String> flags = flags();
        String flag = created ? flags.get(flags.size() - 1) : FLAG_KEY;
        Deadline deadline = Deadline.after(ARRIVAL_TIMEOUT);
        EdgeClient client = new EdgeClient(edge, quickstart.serverKey());
        ApiResponse answer = client.evaluate(flag, demoUser());
        while (!hasArrived(answer, created) || !new HealthProbe(edge).isReady()) {
            if (deadline.isPast()) {
                throw new CommandFailedException("The edge did not serve the demo project within "
                        + ARRIVAL_TIMEOUT.toSeconds() + " s. The edge answered: " + answer.errorMessage());
            }
            LockSupport.parkNanos(POLL.toNanos());
            answer = client.evaluate(flag, demoUser());
        }
    }

    /** Evaluates the flags for some visitors, so that the project has usage. */
    private void evaluate(Quickstart quickstart) throws IOException {
        EdgeClient client = new EdgeClient(edge, quickstart.serverKey());
        List<String> flags = flags();
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            JsonObject context = Json.createObjectBuilder()
                    .add("targetingKey", "visitor-" + visitor)
                    .add("country", COUNTRIES.get(visitor % COUNTRIES.size()))
                    .add("plan", PLANS.get(visitor % PLANS.size()))
                    .build();
            flags.forEach(flag -> client.evaluate(flag, context).orThrow());
        }
    }

    /** The keys of the flags that the changes make. */
    static List<String> flags() throws IOException {
        return loadChanges().getValuesAs(JsonObject.class).stream()
                .flatMap(change -> change.getJsonArray("changes").getValuesAs(JsonObject.class).stream())
                .filter(instruction -> instruction.getString("type").equals("create-flag"))
                .map(instruction -> instruction.getString("flag"))
                .toList();
    }

    private static boolean hasArrived(ApiResponse answer, boolean created) {
        return answer.isSuccess() || (!created && answer.status() == NOT_FOUND);
    }

    private static JsonObject demoUser() {
        return Json.createObjectBuilder().add("targetingKey", "ada").build();
    }

    /** The changes that make the content of the project, one after the other: so it has a history. */
    static JsonArray loadChanges() throws IOException {
        try (InputStream in = DemoProject.class.getResourceAsStream("demo.json")) {
            if (in == null) {
                throw new IllegalStateException("demo.json is missing");
            }
            return Json.createReader(in).readArray();
        }
    }
}
