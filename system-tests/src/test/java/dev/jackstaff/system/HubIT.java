package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shipped EAR, with the shipped WARs in it, deployed by Arquillian on a real Payara Server with a real PostgreSQL. */
@ExtendWith({BareHub.class, ArquillianExtension.class})
@RunAsClient
class HubIT {
    @Deployment(testable = false)
    static EnterpriseArchive shippedEar() {
        Path root = Path.of(System.getProperty("jackstaff.root", ".."));
        return ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class,
                root.resolve("ear/target/jackstaff.ear").toFile());
    }

    @Test
    void isReadyAndServesItsPagesAndDocuments(QuickstartFile quickstart) {
        assertThat(get(quickstart, "/health/ready").status()).isEqualTo(200);
        assertThat(get(quickstart, "/admin/login.xhtml").body()).contains("Jackstaff");
        assertThat(get(quickstart, "/openapi").body()).contains("/api/v1/projects");
        assertThat(get(quickstart, "/api/docs/").body()).contains("swagger-ui");
    }

    @Test
    void aFlagsLifeIsOneOfVersions(QuickstartFile quickstart) {
        ManagementClient hub = ManagementClient.at(quickstart);
        hub.post("/projects", Map.of("key", quickstart.project(), "name", "Demo"));
        JsonNode created = hub.post(
                "/projects/demo/flags",
                Map.of("key", "hub-it", "name", "One", "type", "boolean", "kind", "experiment"));
        String path = "/projects/demo/flags/hub-it";

        HttpResponse<String> read = hub.call("GET", path, "");
        String tag = read.headers().firstValue("ETag").orElseThrow();
        String changed = "{\"name\":\"Two\",\"kind\":\"experiment\"}";
        HttpResponse<String> first = hub.callIfMatch("PUT", path, changed, tag);
        HttpResponse<String> late = hub.callIfMatch("PUT", path, changed, tag);

        assertThat(created.path("kind").asText()).isEqualTo("experiment");
        assertThat(first.statusCode()).describedAs(first.body()).isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(hub.get(path).path("name").asText()).isEqualTo("Two");
        assertThat(hub.call("POST", path + "/archive", "").statusCode()).isBetween(200, 204);
        assertThat(hub.call("POST", path + "/archive", "").statusCode()).isEqualTo(409);
    }

    private static RawHttp.Answer get(QuickstartFile quickstart, String path) {
        return RawHttp.send(quickstart.hubUrl(), "GET", path, Map.of(), new byte[0]);
    }
}
