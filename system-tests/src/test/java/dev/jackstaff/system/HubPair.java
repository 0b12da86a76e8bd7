package dev.jackstaff.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jackstaff.cli.installation.InstallationSecrets;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.testprocess.OidcTestProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL that is empty at first, and two hubs on it and on one data grid, which are started at the same moment. */
final class HubPair implements AutoCloseable {
    static final String PROJECT = "plural";
    static final String ENVIRONMENT = "production";
    private static final String EMAIL = "admin@jackstaff.local";

    /** The audience of the provider's tokens for the API. */
    static final String AUDIENCE = "https://hub.example.org/api";

    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private final String grid = "jackstaff-" + InstallationSecrets.randomText(8);
    private final String secret = InstallationSecrets.randomText(48);
    private final OidcTestProvider provider = new OidcTestProvider();
    private final DatabaseServer database = DatabaseServer.start("database");
    private final List<ExtraHub> hubs;
    private final String password = InstallationSecrets.randomText(24);
    private final String members;

    private HubPair() throws IOException {
        LoopbackPort first = ExtraHub.unusedPort();
        LoopbackPort second = ExtraHub.unusedPort();
        members = "127.0.0.1:" + first + ",127.0.0.1:" + second;
        hubs = List.of(hub("first", first), hub("second", second));
        await().atMost(START_LIMIT).until(() -> hubs.stream().allMatch(ExtraHub::ready));
    }

    static HubPair start() {
        try {
            return new HubPair();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExtraHub hub(String name, LoopbackPort gridPort) {
        return ExtraHub.start(
                name,
                grid,
                gridPort,
                database.database(name),
                Map.ofEntries(
                        Map.entry("JACKSTAFF_GRID_MEMBERS", members),
                        Map.entry("JACKSTAFF_GRID_SECRET", secret),
                        Map.entry("JACKSTAFF_AUDIT_SECRET", secret),
                        Map.entry("JACKSTAFF_HUB_ADMIN_EMAIL", EMAIL),
                        Map.entry("JACKSTAFF_HUB_ADMIN_PASSWORD", password),
                        Map.entry("JACKSTAFF_HUB_OIDC_PROVIDERS", "test"),
                        Map.entry("JACKSTAFF_HUB_OIDC_TEST_LABEL", "Test"),
                        Map.entry("JACKSTAFF_HUB_OIDC_TEST_ISSUER", provider.issuer()),
                        Map.entry("JACKSTAFF_HUB_OIDC_TEST_CLIENT_ID", OidcTestProvider.CLIENT),
                        Map.entry("JACKSTAFF_HUB_OIDC_TEST_CLIENT_SECRET", OidcTestProvider.SECRET),
                        Map.entry("JACKSTAFF_HUB_OIDC_TEST_AUDIENCE", AUDIENCE)));
    }

    ExtraHub first() {
        return hubs.get(0);
    }

    ExtraHub second() {
        return hubs.get(1);
    }

    /** The hub of this name. */
    ExtraHub byName(String name) {
        return hubs.stream().filter(hub -> hub.name().equals(name)).findFirst().orElseThrow();
    }

    /** The other one. */
    ExtraHub other(ExtraHub one) {
        return hubs.stream().filter(hub -> !hub.equals(one)).findFirst().orElseThrow();
    }

    /** What clients of a hub need to know, with a key of the project's environment. */
    QuickstartFile quickstart(ExtraHub hub, String serverKey) {
        return new QuickstartFile(hub.url(), "", "", EMAIL, password, PROJECT, ENVIRONMENT, "", serverKey, "");
    }

    /** Makes the project, and the key of a server. */
    String project() {
        ManagementClient hub = ManagementClient.at(quickstart(first(), ""));
        hub.post("/projects", Map.of("key", PROJECT, "name", PROJECT));
        JsonNode key = hub.post(
                "/keys", Map.of("name", "server", "kind", "server", "project", PROJECT, "environment", ENVIRONMENT));
        return key.path("secret").asText();
    }

    /** The settings of an edge on the data grid. */
    Map<String, String> overGrid() {
        Map<String, String> settings = new HashMap<>();
        settings.put("JACKSTAFF_EDGE_GRID_CLUSTER", grid);
        settings.put("JACKSTAFF_EDGE_GRID_SECRET", secret);
        settings.put("JACKSTAFF_EDGE_GRID_INTERFACE", "127.0.0.1");
        settings.put("JACKSTAFF_EDGE_GRID_MEMBERS", members);
        return settings;
    }

    /** The identity provider that people sign in at. */
    OidcTestProvider provider() {
        return provider;
    }

    /** The address of the administrator. */
    static String email() {
        return EMAIL;
    }

    /** The server of their database. */
    DatabaseServer server() {
        return database;
    }

    Connection database() throws SQLException {
        return database.connect();
    }

    @Override
    public void close() {
        hubs.forEach(ExtraHub::close);
        database.close();
        provider.close();
    }
}
