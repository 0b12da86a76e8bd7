package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.jackstaff.testprocess.MachineSpeed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The console of a large installation: 5,000 flags in 20 environments, 200 segments, 100 users. How long each page takes at the
 * server, and how much it is; then with 100 people at once.
 */
@Isolated("it measures")
@Tag("long")
class ConsoleScaleST {
    private static final int FLAGS = 5_000;
    private static final int ENVIRONMENTS = 20;
    private static final int SEGMENTS = 200;
    private static final int USERS = 100;
    private static final int WARM_UP = 5;
    private static final int READINGS = 40;
    private static final int PEOPLE = 100;
    private static final int PAGES_OF_EACH = 10;

    /** The goals for each page. */
    private static final double P95_MILLIS = 300;

    private static final int MOST_BYTES = 200_000;
    private static final String HERE = "?project=scale&environment=production";
    private static final String FLAG = HERE + "&flag=flag-4711";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyPageOfALargeProjectIsFastAndSmall() throws Exception {
        Optional<Path> chromium = AdminBrowser.executable();
        assumeTrue(chromium.isPresent(), "no Chromium: neither CHROMIUM_PATH nor /usr/bin/chromium");
        try (StackUnderTest installation = StackUnderTest.fromNothing("console-scale")) {
            installation.runSuccessfully("up", "--detach");
            fill(installation);
            AdminSite site = AdminSite.of(installation);
            String cookie = session(site, chromium.orElseThrow());
            double slowdown = MachineSpeed.slowdown();

            List<String> tooMuch = new ArrayList<>();
            for (String page : pages()) {
                tooMuch.addAll(measure(site.url() + page, page, cookie, slowdown));
            }
            crowd(installation, site, cookie);

            assertThat(tooMuch).isEmpty();
        }
    }

    private static List<String> pages() {
        return List.of(
                "/projects.xhtml",
                "/flags.xhtml" + HERE,
                "/flags.xhtml" + HERE + "&page=80",
                "/flags.xhtml" + HERE + "&sort=changed",
                "/flags.xhtml" + HERE + "&q=number+4",
                "/flags.xhtml" + HERE + "&view=stale",
                "/flag.xhtml" + FLAG,
                "/flag-compare.xhtml" + FLAG,
                "/flag-variants.xhtml" + FLAG,
                "/flag-usage.xhtml" + FLAG,
                "/flag-history.xhtml" + FLAG,
                "/flag-code.xhtml" + FLAG,
                "/flag-settings.xhtml" + FLAG,
                "/history.xhtml" + HERE,
                "/playground.xhtml" + FLAG + "&context=%7B%22country%22%3A%22SE%22%7D&send=1",
                "/keys.xhtml" + HERE,
                "/unknown-flags.xhtml" + HERE);
    }

    private static void fill(StackUnderTest installation) throws SQLException {
        ManagementClient hub = ManagementClient.of(installation);
        hub.post("/projects", Map.of("key", "scale", "name", "Scale"));
        for (int i = 3; i < ENVIRONMENTS; i++) {
            hub.post("/projects/scale/environments", Map.of("key", "environment-" + i, "name", "Environment " + i));
        }
        for (int i = 0; i < SEGMENTS; i++) {
            Map<String, Object> country =
                    Map.of("attribute", "country", "operator", "IN", "values", List.of("SE", "NO"));
            hub.post(
                    "/projects/scale/segments",
                    Map.of("key", "segment-" + i, "name", "Segment " + i, "condition", country));
        }
        try (Connection database = installation.database()) {
            database.createStatement().execute(FLAGS_AND_USERS.formatted(FLAGS, USERS));
        }
    }

    private static final String FLAGS_AND_USERS =
            """
            insert into flag (id, project_id, key, name, description, type, kind, owner, tags, server_only, archived, variants,
                prerequisites, created_at, updated_at, version, recorded_version)
            select gen_random_uuid(), p.id, 'flag-' || n, 'Flag number ' || n, 'What it does', 'boolean', 'release', 'team',
                '["a","b"]', false, false, '[{"key":"on","value":true},{"key":"off","value":false}]', '[]',
                now() - interval '1 day' * (n %% 200), now() - interval '1 day' * (n %% 200), 1, 1
            from project p cross join generate_series(1, %1$d) n where p.key = 'scale';
            insert into flag_state (id, flag_id, environment_id, enabled, off_variant, fallthrough, rules, rule_ids, updated_at,
                version, recorded_version)
            select gen_random_uuid(), f.id, e.id, true, 'off', '{"serve":"on"}',
                '[{"name":"Testers","condition":{"attribute":"country","operator":"IN","values":["SE"]},"outcome":{"serve":"on"}}]',
                '["one"]', f.updated_at, 2, 2
            from flag f join project p on p.id = f.project_id and p.key = 'scale'
            join environment e on e.project_id = f.project_id;
            insert into flag_usage (flag_id, environment_id, hour, enabled, variant, application, sdk, evaluations)
            select f.id, e.id, date_trunc('hour', now()) - interval '1 hour' * h, true, 'on', 'shop', 'sdk/1', 100
            from flag f join project p on p.id = f.project_id and p.key = 'scale'
            join environment e on e.project_id = p.id and e.key in ('production', 'staging')
            cross join generate_series(0, 30) h where f.key like '%%11';
            insert into hub_user
            select gen_random_uuid(), 'user-' || n || '@example.org', 'User ' || n, u.password_hash, 'viewer', true, now(), 0
            from (select password_hash from hub_user limit 1) u cross join generate_series(1, %2$d) n;
            analyze;
            """;

    private static String session(AdminSite site, Path chromium) {
        try (AdminBrowser browser = AdminBrowser.start(chromium)) {
            Page page = browser.page(ColorScheme.LIGHT);
            site.open(page, "/projects.xhtml");
            return page.context().cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
        }
    }

    /** What of a page misses its goals. */
    private List<String> measure(String url, String page, String cookie, double slowdown) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            get(url, cookie);
        }
        double[] millis = new double[READINGS];
        int bytes = 0;
        for (int i = 0; i < READINGS; i++) {
            long begun = System.nanoTime();
            bytes = get(url, cookie);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        double p95 = millis[READINGS * 95 / 100];
        RunReport.print(
                "%d flags, %d environments: %s: %.0f ms in the middle, p95 %.0f ms, %.0f kB",
                FLAGS, ENVIRONMENTS, page, millis[READINGS / 2], p95, bytes / 1e3);
        List<String> missed = new ArrayList<>();
        if (p95 > P95_MILLIS * slowdown) {
            missed.add("%s: p95 %.0f ms".formatted(page, p95));
        }
        if (bytes > MOST_BYTES) {
            missed.add("%s: %d bytes".formatted(page, bytes));
        }
        return missed;
    }

    /** Many people who look at one page after the other. */
    private void crowd(StackUnderTest installation, AdminSite site, String cookie) throws Exception {
        long before =
                ProcessMemory.residentMegabytes(installation.process("hub").pid());
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        long begun = System.nanoTime();
        try {
            List<Callable<double[]>> views = IntStream.range(0, PEOPLE)
                    .<Callable<double[]>>mapToObj(person -> () -> look(site, cookie, person))
                    .toList();
            List<Double> millis = new ArrayList<>();
            for (Future<double[]> seen : people.invokeAll(views)) {
                Arrays.stream(seen.get()).forEach(millis::add);
            }
            millis.sort(null);
            double seconds = (System.nanoTime() - begun) / 1e9;
            RunReport.print(
                    "%d people at once, %d pages each: %.1f pages a second, %.0f ms in the middle, p95 %.0f ms; the hub had %d"
                            + " MB before and has %d MB after",
                    PEOPLE,
                    PAGES_OF_EACH,
                    millis.size() / seconds,
                    millis.get(millis.size() / 2),
                    millis.get(millis.size() * 95 / 100),
                    before,
                    ProcessMemory.residentMegabytes(installation.process("hub").pid()));
            assertThat(millis).hasSize(PEOPLE * PAGES_OF_EACH);
        } finally {
            people.shutdownNow();
        }
    }

    private double[] look(AdminSite site, String cookie, int person) throws Exception {
        double[] millis = new double[PAGES_OF_EACH];
        for (int i = 0; i < PAGES_OF_EACH; i++) {
            String page = pages().get((person + i) % pages().size());
            long begun = System.nanoTime();
            get(site.url() + page, cookie);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        return millis;
    }

    /** The length of a page. */
    private int get(String url, String cookie) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).header("Cookie", cookie).build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).describedAs(url).isEqualTo(200);
        return answer.body().length;
    }
}
