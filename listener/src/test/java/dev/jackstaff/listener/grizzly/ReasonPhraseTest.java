package dev.jackstaff.listener.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status lines of a real Grizzly with the front door. */
class ReasonPhraseTest {
    @ParameterizedTest
    @CsvSource({
        "200,OK",
        "207,Multi-Status",
        "404,Not Found",
        "422,Unprocessable Content",
        "428,Precondition Required",
        "429,Too Many Requests",
        "451,Unavailable For Legal Reasons",
        "499,''",
        "502,Bad Gateway",
        "599,''"
    })
    void aStatusIsNamedAsTheRegistryNamesIt(int status, String phrase) throws IOException {
        try (EchoServer server = EchoServer.start();
                RawClient client = server.connect()) {
            String request = "GET " + EchoServer.STATUS + status + " HTTP/1.1\r\nHost: x\r\n\r\n";

            RawClient.Answer answer = client.ask(request);

            assertThat(answer.head()).startsWith("HTTP/1.1 " + status + " " + phrase + "\r\n");
            assertThat(client.ask(request).status())
                    .as("the next on the connection")
                    .isEqualTo(status);
        }
    }
}
