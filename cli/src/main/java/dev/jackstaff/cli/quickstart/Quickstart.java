package dev.jackstaff.cli.quickstart;

import dev.jackstaff.cli.client.HubClient;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.PrivateFile;
import dev.jackstaff.cli.terminal.CommandFailedException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/** The file {@code quickstart.json}: how people, scripts and tests reach an installation. Its members are fixed. */
public record Quickstart(
        URI hubUrl,
        URI edgeUrl,
        URI adminUrl,
        String adminEmail,
        String adminPassword,
        String project,
        String environment,
        String environmentId,
        String serverKey,
        String clientKey) {
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    /** The quickstart file of an installation; empty if it does not exist. */
    public static Optional<Quickstart> find(InstallationHome home) {
        try {
            return Files.exists(home.quickstartFile())
                    ? Optional.of(fromJson(Files.readString(home.quickstartFile())))
                    : Optional.empty();
        } catch (IOException | JsonException | NullPointerException | ClassCastException e) {
            throw new CommandFailedException(home.quickstartFile() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The quickstart file of a running installation; fails if it does not exist. */
    public static Quickstart load(InstallationHome home) {
        return find(home)
                .orElseThrow(() ->
                        new CommandFailedException("There is no " + home.quickstartFile() + ". Run: ./jackstaff up"));
    }

    public void save(InstallationHome home) throws IOException {
        new PrivateFile(home.quickstartFile()).write(toJson());
    }

    public HubClient login() {
        return HubClient.login(hubUrl, adminEmail, adminPassword);
    }

    String toJson() {
        StringWriter text = new StringWriter();
        PRETTY.createWriter(text)
                .writeObject(Json.createObjectBuilder()
                        .add("hubUrl", hubUrl.toString())
                        .add("edgeUrl", edgeUrl.toString())
                        .add("adminUrl", adminUrl.toString())
                        .add("adminEmail", adminEmail)
                        .add("adminPassword", adminPassword)
                        .add("project", project)
                        .add("environment", environment)
                        .add("environmentId", environmentId)
                        .add("serverKey", serverKey)
                        .add("clientKey", clientKey)
                        .build());
        return text.toString().strip() + "\n";
    }

    static Quickstart fromJson(String text) {
        JsonObject json = Json.createReader(new StringReader(text)).readObject();
        return new Quickstart(
                URI.create(json.getString("hubUrl")),
                URI.create(json.getString("edgeUrl")),
                URI.create(json.getString("adminUrl")),
                json.getString("adminEmail"),
                json.getString("adminPassword"),
                json.getString("project"),
                json.getString("environment"),
                json.getString("environmentId"),
                json.getString("serverKey"),
                json.getString("clientKey"));
    }

    @Override
    public String toString() {
        return "Quickstart[" + hubUrl + "]";
    }
}
