package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
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
    /** The most time that a call may take while strangers guess passwords, and other tests run beside this one. */
    private static final long MOST_MILLIS = 2_000;

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

    @Test
    void aSessionEndsWhenItsUserEndsIt(QuickstartFile quickstart) {
        ManagementClient hub = ManagementClient.at(quickstart);
        ManagementClient other = ManagementClient.at(quickstart);
        JsonNode sessions = other.get("/me/sessions");
        JsonNode current = StreamSupport.stream(sessions.spliterator(), false)
                .filter(session -> session.path("current").asBoolean())
                .findFirst()
                .orElseThrow();

        assertThat(current.path("kind").asText()).isEqualTo("token");
        assertThat(current.path("source").asText()).isEqualTo("127.0.0.1");
        assertThat(hub.call("DELETE", "/me/sessions/" + current.path("id").asText(), "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(other.call("GET", "/projects", "").statusCode()).isEqualTo(401);
        assertThat(hub.call("GET", "/projects", "").statusCode()).isEqualTo(200);
        assertThat(hub.get("/me").path("email").asText()).isEqualTo(quickstart.adminEmail());
    }

    @Test
    void aUserChangesTheirPassword(QuickstartFile quickstart) {
        ManagementClient hub = ManagementClient.at(quickstart);
        hub.post("/users", Map.of("email", "ada@hub-it.example.org", "password", "first secret", "role", "viewer"));
        String token = hub.tokenOf("ada@hub-it.example.org", "first secret");

        HttpResponse<String> changed = hub.send(hub.request("/me/password")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"currentPassword\":\"first secret\",\"newPassword\":\"second secret\"}")));

        assertThat(changed.statusCode()).describedAs(changed.body()).isEqualTo(204);
        assertThat(hub.tokenOf("ada@hub-it.example.org", "second secret")).isNotEmpty();
    }

    @Test
    void whatCannotBeMadeAgainIsDeletedByForceOnly(QuickstartFile quickstart) {
        ManagementClient hub = ManagementClient.at(quickstart);
        hub.post("/projects", Map.of("key", "deletes", "name", "Deletes"));
        hub.post("/projects/deletes/flags", Map.of("key", "live"));
        String state = "/projects/deletes/flags/live/environments/staging";
        JsonNode read = hub.get("/projects/deletes/flags/live");
        hub.post(state + "/toggle", Map.of("enabled", true));

        assertThat(hub.get("/projects/deletes/flags/live").path("updatedAt")).isNotEqualTo(read.path("updatedAt"));
        assertThat(hub.call("POST", state + "/toggle", "").statusCode()).isEqualTo(400);
        assertThat(hub.callIfMatch("POST", state + "/toggle", "{\"enabled\":false}", "\"99\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(hub.callIfMatch("POST", "/keys", "{\"name\":\"k\",\"kind\":\"admin\"}", "\"1\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(hub.call("GET", "/audit?author=admin", "").statusCode()).isEqualTo(400);
        assertThat(hub.call("DELETE", "/projects/deletes/flags/live", "").statusCode())
                .isEqualTo(409);
        assertThat(hub.call("DELETE", "/projects/deletes/environments/staging", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(hub.call("DELETE", "/projects/deletes", "").statusCode()).isEqualTo(409);
        assertThat(hub.call("DELETE", "/projects/deletes/environments/staging?force=true", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(hub.call("DELETE", "/projects/deletes?force=true", "").statusCode())
                .isEqualTo(204);
    }

    @Test
    void onlyALoginBeginsASession(QuickstartFile quickstart) {
        for (String page : List.of(
                "/admin",
                "/admin/",
                "/admin/login.xhtml",
                "/admin/login.xhtml?then=%2Fkeys.xhtml%3Fproject%3Ddemo",
                "/admin/flags.xhtml",
                "/admin/nothing.xhtml",
                "/admin/WEB-INF/layout.xhtml",
                "/admin/jakarta.faces.resource/css/ui.css.xhtml",
                "/admin/jakarta.faces.resource/nothing.css.xhtml?ln=none")) {
            assertThat(get(quickstart, page).header("set-cookie"))
                    .describedAs(page)
                    .isEmpty();
        }
        assertThat(submit(quickstart, "/admin/flags.xhtml", "Faces-Request", "partial/ajax", "x=1"))
                .satisfies(redirect -> assertThat(redirect.header("set-cookie")).isEmpty());
        String nonce = nonce(get(quickstart, "/admin/login.xhtml"));
        assertThat(submit(
                        quickstart, "/admin/login.xhtml", "Cookie", "JACKSTAFF_SESSION=made-up", login("wrong", nonce)))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(200);
                    assertThat(refused.header("set-cookie")).isEmpty();
                    assertThat(refused.body()).contains("class=\"refusal\"");
                });
        assertThat(submit(
                        quickstart,
                        "/admin/login.xhtml",
                        "Accept",
                        "text/html",
                        login(quickstart.adminPassword(), nonce)))
                .satisfies(accepted -> {
                    assertThat(accepted.status()).isEqualTo(302);
                    assertThat(accepted.header("set-cookie"))
                            .startsWith("JACKSTAFF_SESSION=")
                            .contains("HttpOnly")
                            .containsIgnoringCase("SameSite=Lax");
                });
    }

    /** The fields of the login page's form. */
    private static String login(String password, String nonce) {
        return "login=login&login%3Athen=&login%3Aemail=admin%40jackstaff.local&login%3Apassword="
                + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + "&login%3Asubmit=Sign+in&jakarta.faces.ViewState=stateless&primefaces.nonce="
                + URLEncoder.encode(nonce, StandardCharsets.UTF_8);
    }

    /** The nonce of a page's scripts, which its script sends back with a form. */
    private static String nonce(RawHttp.Answer page) {
        Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(page.header("content-security-policy"));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    private static RawHttp.Answer submit(
            QuickstartFile quickstart, String page, String header, String value, String form) {
        return RawHttp.send(
                quickstart.hubUrl(),
                "POST",
                page,
                Map.of("Content-Type", "application/x-www-form-urlencoded", header, value),
                form.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void listsOfProjectsHaveOneFormWithAndWithoutALimit(QuickstartFile quickstart) {
        ManagementClient hub = ManagementClient.at(quickstart);
        for (String key : List.of("paged-a", "paged-b", "paged-c")) {
            hub.post("/projects", Map.of("key", key));
        }
        List<String> whole = keys(hub.get("/projects"));

        List<String> paged = new ArrayList<>();
        String address = "/projects?limit=2";
        while (!address.isEmpty()) {
            HttpResponse<String> page = hub.call("GET", address, "");
            assertThat(page.statusCode()).describedAs(page.body()).isEqualTo(200);
            List<String> keys = keys(ManagementClient.json(page));
            assertThat(keys).hasSizeBetween(1, 2);
            paged.addAll(keys);
            address = page.headers()
                    .firstValue("Link")
                    .map(link -> "/projects" + link.substring(1, link.indexOf('>')))
                    .orElse("");
        }

        assertThat(paged).isEqualTo(whole);
        assertThat(hub.call("GET", "/projects?limit=0", "").statusCode()).isEqualTo(400);
        assertThat(hub.call("GET", "/projects?limit=x", "").statusCode()).isEqualTo(400);
        assertThat(hub.call("GET", "/projects?cursor=none", "").statusCode()).isEqualTo(400);
        assertThat(hub.call("GET", "/projects?limit=1&offset=1", "").statusCode())
                .describedAs("FlexFlag's form is below /flexflag")
                .isEqualTo(400);
    }

    private static List<String> keys(JsonNode projects) {
        assertThat(projects.isArray()).isTrue();
        return StreamSupport.stream(projects.spliterator(), false)
                .map(project -> project.path("key").asText())
                .toList();
    }

    @Test
    void everyMistakeOfABodyIsReportedAtOnce(QuickstartFile quickstart) {
        ManagementClient hub = ManagementClient.at(quickstart);

        assertThat(fields(hub.call("POST", "/keys", "{\"name\":5,\"colour\":1,\"size\":2}")))
                .containsExactlyInAnyOrder("name", "colour", "size", "kind");
        assertThat(fields(hub.call("POST", "/users", "{\"email\":true,\"active\":\"yes\"}")))
                .containsExactlyInAnyOrder("email", "active", "password", "role");
        assertThat(fields(hub.call("POST", "/projects", "{\"name\":{}}"))).containsExactlyInAnyOrder("name", "key");
    }

    private static List<String> fields(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).describedAs(refused.body()).isEqualTo(400);
        return ManagementClient.json(refused).path("violations").findValuesAsText("field");
    }

    @Test
    void aFloodOfGuessesSlowsNobodyDown(QuickstartFile quickstart) {
        ManagementClient hub = ManagementClient.at(quickstart);
        long[] rounds = new long[3];
        int round = 0;
        try (LoginFlood flood = LoginFlood.on(quickstart.hubUrl())) {
            do {
                rounds[round] = percentile99(hub);
                RunReport.print("99th percentile under a flood of %d guesses: %d ms", flood.guesses(), rounds[round]);
            } while (rounds[round++] > MOST_MILLIS && round < rounds.length);
            long begun = System.nanoTime();
            assertThat(hub.tokenOf(quickstart.adminEmail(), quickstart.adminPassword()))
                    .isNotEmpty();
            RunReport.print(
                    "a login under the flood: %d ms; the load being %.1f",
                    Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }

        assertThat(rounds[round - 1]).isLessThan(MOST_MILLIS);
    }

    /** How long a call takes, in milliseconds, for all but the slowest of many. */
    private static long percentile99(ManagementClient hub) {
        long[] millis = new long[200];
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            hub.get("/projects");
            millis[i] = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        }
        Arrays.sort(millis);
        return millis[millis.length - 3];
    }

    private static RawHttp.Answer get(QuickstartFile quickstart, String path) {
        return RawHttp.send(quickstart.hubUrl(), "GET", path, Map.of(), new byte[0]);
    }
}
