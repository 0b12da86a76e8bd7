package dev.jackstaff.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.extra.PlainProtocol;
import dev.jackstaff.edge.extra.PlainResource;
import dev.jackstaff.edge.extra.PlainServlet;
import dev.jackstaff.protocols.http.Protocol;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped WAR with one archive more, which brings a wire protocol: nothing else tells the edge of it. */
class ProtocolArchiveIT {
    private static final String ORIGIN = "https://shop.example.org";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    static Path place;

    @SuppressWarnings("NullAway.Init") // started first
    private static EdgeProcess edge;

    @BeforeAll
    static void start() throws IOException {
        JavaArchive protocol = ShrinkWrap.create(JavaArchive.class, "plain-protocol.jar")
                .addClasses(PlainProtocol.class, PlainResource.class, PlainServlet.class)
                .addAsResource(
                        new StringAsset("{\"paths\":{\"/plain/short\":{}}}"), "dev/jackstaff/edge/extra/openapi.json")
                .addAsServiceProvider(Protocol.class, PlainProtocol.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        Path war = place.resolve("edge-with-plain.war");
        ShrinkWrap.createFromZipFile(
                        WebArchive.class,
                        Path.of(System.getProperty("edge.war", "")).toFile())
                .addAsLibrary(protocol)
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        edge = EdgeProcess.startWar(war, place, Map.of("JACKSTAFF_EDGE_METRICS_OPEN", "true"));
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void itsResourceAnswersToAKeyInItsOwnHeader() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(edge.uri("/plain/flags/plain")).header("Plain-Key", EdgeProcess.TOKEN));

        assertThat(answer.body()).isEqualTo("on");
    }

    @Test
    void itsServletAnswers() {
        assertThat(edge.get("/plain/short").body()).isEqualTo("short");
    }

    @Test
    void whatNoRouteTakesIsRefusedInItsForm() {
        HttpResponse<String> refused = edge.get("/plain/nothing");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).isEqualTo("\"plainly: 404\"");
    }

    @Test
    void pagesMaySendAndReadItsHeaders() throws IOException, InterruptedException {
        HttpResponse<String> preflight = send(HttpRequest.newBuilder(edge.uri("/plain/short"))
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(allowed -> assertThat(allowed.split(", "))
                        .contains("Authorization", "Plain-Key", "Plain-Name", "X-API-Key"));
        assertThat(preflight.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed.split(", ")).contains("ETag", "Plain-Mood"));
    }

    @Test
    void itsRequestsAreCountedUnderItsName() {
        edge.get("/plain/short");

        assertThat(edge.get("/metrics").body())
                .contains("jackstaff_http_requests_total{protocol=\"plain\",status=\"200\"}");
    }

    @Test
    void itsRoutesAreInTheOpenApiDocument() {
        assertThat(edge.get("/docs/openapi.json").body()).contains("\"/plain/short\":{}", "\"/api/frontend\":{");
    }

    @Test
    void theProtocolsOfTheEdgeAnswerAsEver() {
        assertThat(edge.evaluate("/ofrep/v1/evaluate/flags/plain", "{}").statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
