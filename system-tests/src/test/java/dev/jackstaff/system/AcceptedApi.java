package dev.jackstaff.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The OpenAPI document that clients rely on. What is observed may say more, and must not break them; so a release, or a break that is
 * meant, is recorded with {@code -Djackstaff.openapi.accept=true}, and nothing else.
 *
 * @param host the hub or the edge
 */
record AcceptedApi(String host) {
    private static final Path DIRECTORY = Path.of("src/test/resources/openapi").toAbsolutePath();
    private static final boolean ACCEPTING = Boolean.getBoolean("jackstaff.openapi.accept");

    void check(String observed) {
        Path file = DIRECTORY.resolve(host + ".json");
        try {
            if (ACCEPTING) {
                ObjectMapper json = new ObjectMapper();
                Files.writeString(
                        file, json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(observed)) + "\n");
                return;
            }
            ApiComparison comparison = ApiComparison.of(Files.readString(file), observed);
            if (comparison.breaksClients()) {
                throw new AssertionError(
                        "clients of the " + host + " break; if that is meant, say it in the changelog and run with"
                                + " -Djackstaff.openapi.accept=true:\n" + comparison.describe());
            }
            if (!comparison.isNone()) {
                RunReport.print(
                        "the API of the %s has more than was accepted; -Djackstaff.openapi.accept=true accepts it",
                        host);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
