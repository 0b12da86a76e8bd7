package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hub and edge leave it to their clients, and to balancers in front, when a connection ends. */
@UsesSharedStack
class KeepAliveST {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int REQUESTS = 600;

    static Stream<Arguments> servers() {
        Function<QuickstartFile, String> hub = QuickstartFile::hubUrl;
        Function<QuickstartFile, String> edge = QuickstartFile::edgeUrl;
        return Stream.of(argumentSet("hub", hub), argumentSet("edge", edge));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aConnectionStaysForAsManyRequestsAsAreMade(
            Function<QuickstartFile, String> server, StackUnderTest installation) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI live = URI.create(server.apply(installation.quickstart()) + "/health/live");
        for (int i = 0; i < REQUESTS; i++) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(live).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Connection")).isEmpty();
        }
    }

    static Stream<Arguments> configurations() {
        return Stream.of(
                argumentSet("hub", "payara", "domain1/config/domain.xml", "http-listener-1"),
                argumentSet("edge", "edge", "config/domain.xml", "http-listener"));
    }

    /** Load balancers keep connections for up to 600 s; it would take longer than that to see that the servers do too. */
    @ParameterizedTest
    @MethodSource("configurations")
    void aConnectionStaysIdleForLongerThanBalancersKeepIt(
            String role, String file, String listener, StackUnderTest installation) throws IOException {
        Pattern limit = Pattern.compile(
                "<protocol [^>]*\\bname=\"" + listener + "\"[^>]*>\\s*<http [^>]*\\btimeout-seconds=\"(\\d+)\"");

        String configured = Files.readString(configuration(installation.home().resolve(role), file));

        assertThat(limit.matcher(configured).results())
                .singleElement()
                .satisfies(found -> assertThat(Integer.parseInt(found.group(1))).isGreaterThan(600));
    }

    private static Path configuration(Path server, String file) throws IOException {
        try (Stream<Path> files = Files.walk(server)) {
            return files.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
        }
    }
}
