package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A stack of its own whose server has the hub taken off again, so that Arquillian can deploy it. */
final class ArquillianStack implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private @Nullable StackUnderTest installation;

    @Override
    public void beforeAll(ExtensionContext context) {
        StackUnderTest started = StackUnderTest.in("arquillian");
        installation = started;
        started.runSuccessfully("up", "--detach");
        JsonNode state = started.state();
        String port = state.at("/ports/asadmin").asText();
        String password = state.at("/secrets/asadmin").asText();
        System.setProperty("hub.asadmin.port", port);
        System.setProperty("hub.asadmin.password", password);
        undeploy(port, password);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (installation != null) {
            installation.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StackUnderTest.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return installation;
    }

    private static void undeploy(String port, String password) {
        String credential = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/management/domain/applications/application/jackstaff"))
                .header("Authorization", "Basic " + credential)
                .header("X-Requested-By", "jackstaff")
                .header("Accept", "application/json")
                .DELETE()
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
