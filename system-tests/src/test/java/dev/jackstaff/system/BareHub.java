package dev.jackstaff.system;

import static org.awaitility.Awaitility.await;

import dev.jackstaff.cli.installation.InstallationSecrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A PostgreSQL, and a Payara Server that is set up for the hub but has none, so that Arquillian can deploy it. */
final class BareHub implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final String EMAIL = "admin@jackstaff.local";
    private static final String NAME = "arquillian";
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final String password = InstallationSecrets.randomText(24);
    private @Nullable DatabaseServer database;
    private @Nullable ExtraHub server;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        DatabaseServer empty = DatabaseServer.start(NAME);
        database = empty;
        ExtraHub started = ExtraHub.startUndeployed(
                NAME,
                empty.database(),
                Map.of("JACKSTAFF_HUB_ADMIN_EMAIL", EMAIL, "JACKSTAFF_HUB_ADMIN_PASSWORD", password));
        server = started;
        await().atMost(START_LIMIT).until(() -> administered(started));
        System.setProperty("hub.asadmin.port", started.administration().toString());
        System.setProperty("hub.asadmin.password", started.administrationPassword());
    }

    private static boolean administered(ExtraHub server) throws InterruptedException {
        String credential = Base64.getEncoder()
                .encodeToString(("admin:" + server.administrationPassword()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.administration() + "/management/domain"))
                .timeout(START_LIMIT)
                .header("Authorization", "Basic " + credential)
                .header("Accept", "application/json")
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == QuickstartFile.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String url = server == null ? "" : server.url();
        return new QuickstartFile(url, "", "", EMAIL, password, "demo", "production", "", "", "");
    }
}
