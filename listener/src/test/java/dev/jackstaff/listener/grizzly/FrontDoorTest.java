package dev.jackstaff.listener.grizzly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Grizzly with the front door, asked over real sockets. */
class FrontDoorTest {
    private static final String GET = "GET /plain HTTP/1.1\r\nHost: x\r\n\r\n";

    @ParameterizedTest
    @CsvSource({"2,/a", "3,/a", "10,/a", "100,/a", "2,/async", "100,/async"})
    void pipelinedRequestsWithBodiesAreAnsweredInOrder(int count, String path) throws IOException {
        try (EchoServer server = EchoServer.start();
                RawClient client = server.connect()) {
            List<String> bodies = IntStream.range(0, count)
                    .mapToObj(i -> "body " + i + "-".repeat(i))
                    .toList();
            StringBuilder requests = new StringBuilder();
            bodies.forEach(body -> requests.append(post(path, body)));

            client.send(requests.toString());

            for (String body : bodies) {
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("POST " + path + " " + body);
            }
        }
    }

    /** The memory of a request that lies unfinished is nobody else's, however many others come in between. */
    @Test
    void anUnfinishedRequestIsNotOverwritten() throws IOException {
        try (EchoServer server = EchoServer.start();
                RawClient waiting = server.connect()) {
            String third = post("/third", "x".repeat(300));
            waiting.send(post("/first", "{}") + GET + third.substring(0, third.length() - 200));
            assertThat(waiting.answer().body()).isEqualTo("POST /first {}");
            assertThat(waiting.answer().body()).isEqualTo("GET /plain ");

            for (int i = 0; i < 60; i++) {
                try (RawClient other = server.connect()) {
                    other.send(post("/other", "y".repeat(20 * i)) + GET);
                    assertThat(other.answer().body()).isEqualTo("POST /other " + "y".repeat(20 * i));
                    assertThat(other.answer().status()).isEqualTo(200);
                }
            }

            assertThat(waiting.ask(third.substring(third.length() - 200)).body())
                    .isEqualTo("POST /third " + "x".repeat(300));
        }
    }

    @Test
    void manyConnectionsWithManyPartsGetTheirOwnAnswers() throws IOException {
        Random random = new Random(7);
        try (EchoServer server = EchoServer.start()) {
            List<RawClient> clients = new ArrayList<>();
            try {
                for (int i = 0; i < 40; i++) {
                    clients.add(server.connect());
                }
                for (int round = 0; round < 20; round++) {
                    String[] rests = new String[clients.size()];
                    for (int i = 0; i < rests.length; i++) {
                        String two = post("/" + i, "one " + round + "z".repeat(random.nextInt(3_000)))
                                + post("/" + i, "two " + round + "z".repeat(random.nextInt(3_000)));
                        int cut = random.nextInt(two.length());
                        clients.get(i).send(two.substring(0, cut));
                        rests[i] = two.substring(cut);
                    }
                    for (int i = 0; i < rests.length; i++) {
                        RawClient.Answer first = clients.get(i).ask(rests[i]);
                        assertThat(first.body()).startsWith("POST /" + i + " one " + round);
                        assertThat(clients.get(i).answer().body()).startsWith("POST /" + i + " two " + round);
                    }
                }
            } finally {
                for (RawClient client : clients) {
                    client.close();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nContent-Length: 7\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n"
            })
    void anAmbiguousRequestIsRefusedAndItsConnectionCloses(String request) throws IOException {
        try (EchoServer server = EchoServer.start();
                RawClient client = server.connect()) {
            client.send(GET + request + GET);

            assertThat(client.answer().status()).isEqualTo(200);
            RawClient.Answer refusal = client.answer();
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.closes()).isTrue();
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void aRefusalHasTheFormThatTheSettingsSay() throws IOException {
        try (EchoServer server = EchoServer.start();
                RawClient client = server.connect()) {
            client.send("POST /a?b HTTP/1.1\r\nHost: x\r\nOrigin: http://y\r\nContent-Length: -1\r\n\r\n");

            RawClient.Answer refusal = client.answer();

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.head())
                    .contains("\r\nRefused: /a http://y\r\n")
                    .containsPattern("\r\nDate: \\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n");
            assertThat(refusal.body()).isEqualTo("the Content-Length is not a number");
        }
    }

    @Test
    void chunksAreJoinedAndTheirExtensionsIgnored() throws IOException {
        try (EchoServer server = EchoServer.start();
                RawClient client = server.connect()) {
            String head = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
            String body = "5;a=1\r\nhello\r\n6;b=\"c\"\r\n there\r\n0\r\nA: b\r\n\r\n";

            RawClient.Answer answer = client.ask(head + body);

            assertThat(answer.body()).isEqualTo("POST /a hello there");
            assertThat(client.ask(GET).status()).isEqualTo(200);
        }
    }

    @Test
    void costlyRequestsOccupyFewThreadsAndAreRefusedWhereTooManyWait() throws IOException {
        int most = RequestDispatcher.MAX_COSTLY + RequestDispatcher.MAX_COSTLY_WAITING;
        try (EchoServer server = EchoServer.start()) {
            List<RawClient> costly = new ArrayList<>();
            try {
                for (int i = 0; i < most + 40; i++) {
                    RawClient client = server.connect();
                    client.send("GET " + EchoServer.COSTLY + " HTTP/1.1\r\nHost: x\r\n\r\n");
                    costly.add(client);
                }

                await().until(() -> answered(costly).size() >= 40);
                try (RawClient other = server.connect()) {
                    assertThat(other.ask(GET).status()).isEqualTo(200);
                }
                List<RawClient> refused = answered(costly);
                assertThat(refused).hasSize(40);
                for (RawClient client : refused) {
                    assertThat(client.answer().status()).isEqualTo(503);
                }

                server.go.countDown();
                costly.removeAll(refused);
                for (RawClient client : costly) {
                    assertThat(client.answer().status()).isEqualTo(200);
                }
            } finally {
                for (RawClient client : costly) {
                    client.close();
                }
            }
        }
    }

    private static List<RawClient> answered(List<RawClient> clients) {
        return clients.stream().filter(RawClient::hasAnswer).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{",
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "POST /a HTTP/1.1\r\nHos",
                "\r"
            })
    void unfinishedRequestsOccupyNoThreadAndTimeOut(String beginning) throws IOException {
        try (EchoServer server = EchoServer.start()) {
            List<RawClient> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 300; i++) {
                    RawClient client = server.connect();
                    client.send(beginning);
                    slow.add(client);
                }

                for (int i = 0; i < 20; i++) {
                    try (RawClient other = server.connect()) {
                        assertThat(other.ask(GET).status()).isEqualTo(200);
                    }
                }
                for (RawClient client : slow) {
                    RawClient.Answer answer = client.answer();
                    assertThat(answer.status()).isEqualTo(408);
                    assertThat(answer.closes()).isTrue();
                    assertThat(client.rest()).isEmpty();
                }
            } finally {
                for (RawClient client : slow) {
                    client.close();
                }
            }
        }
    }

    @Test
    void healthIsAnsweredWhileAllThreadsAreOccupied() throws IOException {
        try (EchoServer server = EchoServer.start()) {
            List<RawClient> busy = new ArrayList<>();
            try {
                for (int i = 0; i < 4 * EchoServer.THREADS; i++) {
                    RawClient client = server.connect();
                    client.send(post("/wait", "{}"));
                    busy.add(client);
                }

                try (RawClient probe = server.connect()) {
                    assertThat(probe.ask("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                                    .body())
                            .isEqualTo("GET /health ");
                }

                server.go.countDown();
                for (RawClient client : busy) {
                    assertThat(client.answer().body()).isEqualTo("POST /wait {}");
                }
            } finally {
                for (RawClient client : busy) {
                    client.close();
                }
            }
        }
    }

    @Test
    void aClientThatOffersHttp2GetsHttp11AtOnce() throws Exception {
        try (EchoServer server = EchoServer.start()) {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/a"))
                                .timeout(Duration.ofSeconds(10))
                                .POST(HttpRequest.BodyPublishers.ofString("body " + i))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
                assertThat(answer.body()).isEqualTo("POST /a body " + i);
            }
        }
    }

    @Test
    void aClientThatWaitsForContinueGetsIt() throws Exception {
        try (EchoServer server = EchoServer.start()) {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            String body = "x".repeat(100_000);

            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/a"))
                            .timeout(Duration.ofSeconds(10))
                            .expectContinue(true)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("POST /a " + body);
        }
    }

    @Test
    void unfinishedRequestsHoldNoMoreMemoryThanTheyMay() throws IOException {
        String large = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 150000\r\n\r\n" + "x".repeat(149_000);
        try (EchoServer server = EchoServer.withTimeout(Duration.ofSeconds(8))) {
            List<RawClient> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 5; i++) {
                    RawClient client = server.connect();
                    client.send(large);
                    slow.add(client);
                }

                try (RawClient other = server.connect()) {
                    assertThat(other.ask(post("/a", "{}")).status()).isEqualTo(200);
                }
                List<Integer> statuses = new ArrayList<>();
                for (RawClient client : slow) {
                    statuses.add(client.answer().status());
                }
                assertThat(statuses).contains(503).isSubsetOf(503, 408);
            } finally {
                for (RawClient client : slow) {
                    client.close();
                }
            }
        }
    }

    @Test
    void oneAddressHasOnlySoManyConnections() throws IOException {
        try (EchoServer server = EchoServer.withConnectionLimit(3, false);
                RawClient first = server.connect();
                RawClient second = server.connect();
                RawClient third = server.connect()) {
            assertThat(first.ask(GET).status()).isEqualTo(200);
            assertThat(second.ask(GET).status()).isEqualTo(200);
            assertThat(third.ask(GET).status()).isEqualTo(200);

            try (RawClient fourth = server.connect()) {
                assertThatThrownBy(() -> fourth.ask(GET)).isInstanceOf(IOException.class);
            }
            assertThat(first.ask(GET).status()).isEqualTo(200);
        }
    }

    @Test
    void aTrustedProxyHasAnyNumberOfConnections() throws IOException {
        try (EchoServer server = EchoServer.withConnectionLimit(1, true);
                RawClient first = server.connect();
                RawClient second = server.connect()) {
            assertThat(first.ask(GET).status()).isEqualTo(200);
            assertThat(second.ask(GET).status()).isEqualTo(200);
        }
    }

    @Test
    void aRemovedDoorLeavesTheServerAsItWas() throws IOException {
        try (EchoServer server = EchoServer.start()) {
            server.removeDoor();

            try (RawClient client = server.connect()) {
                assertThat(client.ask(post("/a", "{}")).body()).isEqualTo("POST /a {}");
            }
        }
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
