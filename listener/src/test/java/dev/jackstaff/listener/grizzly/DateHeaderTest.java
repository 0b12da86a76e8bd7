package dev.jackstaff.listener.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates of a real Grizzly with the front door. */
class DateHeaderTest {
    private static final String FIELD = "date: ";

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/async", EchoServer.STATUS + "302", EchoServer.STATUS + "304", EchoServer.STATUS + "404"})
    void everyAnswerOnAConnectionIsDatedOnce(String path) throws IOException {
        try (EchoServer server = EchoServer.start();
                RawClient client = server.connect()) {
            for (int i = 0; i < 3; i++) {
                RawClient.Answer answer = client.ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");

                assertDatedOnce(answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n"})
    void whatIsRefusedIsDatedOnce(String request) throws IOException {
        try (EchoServer server = EchoServer.start();
                RawClient client = server.connect()) {
            assertDatedOnce(client.ask(request));
        }
    }

    private static void assertDatedOnce(RawClient.Answer answer) {
        List<String> dates = answer.head()
                .lines()
                .filter(line -> line.regionMatches(true, 0, FIELD, 0, FIELD.length()))
                .map(line -> line.substring(FIELD.length()))
                .toList();
        assertThat(dates).describedAs(answer.head()).hasSize(1);
        Instant date = ZonedDateTime.parse(dates.get(0), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(Duration.between(date, Instant.now())).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }
}
