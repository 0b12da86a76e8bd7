package dev.jackstaff.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** An installation of its own, started by {@code ./jackstaff up}: the hub with the bundled PostgreSQL, and an edge. */
final class HubUnderLoad implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path home;
    private final URI address;
    private final String token;

    private HubUnderLoad(Path home, URI address, String token) {
        this.home = home;
        this.address = address;
        this.token = token;
    }

    /** Starts an installation in a directory, and logs in as its administrator. */
    static HubUnderLoad start(Path home) throws IOException, InterruptedException {
        command(home, "up", "--detach");
        try {
            JsonNode quickstart = JSON.readTree(home.resolve("quickstart.json").toFile());
            HubUnderLoad stranger =
                    new HubUnderLoad(home, URI.create(quickstart.get("hubUrl").asText()), "");
            String login = stranger.post(
                    "/api/v1/auth/login",
                    JsonDocument.write(Map.of(
                            "email", quickstart.get("adminEmail").asText(),
                            "password", quickstart.get("adminPassword").asText())));
            return new HubUnderLoad(
                    home, stranger.address, JSON.readTree(login).get("token").asText());
        } catch (IOException | InterruptedException | RuntimeException failed) {
            command(home, "down");
            throw failed;
        }
    }

    private static void command(Path home, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("./jackstaff").inheritIO();
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JACKSTAFF_HOME", home.toString());
        if (builder.start().waitFor() != 0) {
            throw new IOException("./jackstaff " + String.join(" ", arguments) + " failed");
        }
    }

    /** Carries out the statements of a file beside this class, with values in the places of {@code :name}. */
    void execute(String file, Map<String, String> values) throws IOException, SQLException {
        String sql;
        try (InputStream resource = HubUnderLoad.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IOException(file + " is missing");
            }
            sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            sql = sql.replace(":" + value.getKey(), value.getValue());
        }
        JsonNode database = JSON.readTree(home.resolve("state.json").toFile()).get("database");
        try (Connection connection = DriverManager.getConnection(
                        database.get("url").asText(),
                        database.get("user").asText(),
                        database.get("password").asText());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The body of the answer to a GET of a path. */
    String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** The body of the answer to a POST of a JSON document to a path. */
    String post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Ends the installation's processes. Its directory stays. */
    @Override
    public void close() throws IOException {
        try {
            command(home, "down");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the installation was stopped", interrupted);
        }
    }
}
