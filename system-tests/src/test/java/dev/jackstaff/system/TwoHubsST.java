package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import dev.jackstaff.testprocess.MachineSpeed;
import dev.jackstaff.testprocess.OidcTestProvider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two hubs on one database and one data grid, started at the same moment, and an edge on each kind of link: in the data grid, and
 * over HTTP below the first hub. Whatever is done at one hub counts at the other, and what is to be done once is done once.
 */
@Tag("fault")
class TwoHubsST {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final double FRESH_SECONDS = 5;
    private static final Pattern UNREADABLE = Pattern.compile("no suitable de-serializer|cannot be read here");
    private static final int IN_TURN = 60;
    private static final int THREADS = 3;
    private static final int EACH = 20;
    private static final int BATCHES = 40;
    private static final int REPEATED = 10;

    private static HubPair hubs;
    private static ExtraEdge grid;
    private static ExtraEdge http;
    private static QuickstartFile quickstart;
    private static String edgeKey;
    private static double startSeconds;
    private ManagementClient first;
    private ManagementClient second;

    @BeforeAll
    static void start() {
        long begun = System.nanoTime();
        hubs = HubPair.start();
        startSeconds = seconds(begun);
        quickstart = hubs.quickstart(hubs.first(), hubs.project());
        edgeKey = ManagementClient.at(quickstart).edgeKey("edges");
        grid = ExtraEdge.start("two-hubs-grid", hubs.overGrid());
        http = ExtraEdge.start(
                "two-hubs-http", ExtraEdge.httpUpstream(hubs.first().url(), edgeKey));
        grid.awaitReady(quickstart);
        http.awaitReady(quickstart);
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable started : new AutoCloseable[] {http, grid, hubs}) {
            try {
                if (started != null) {
                    started.close();
                }
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    @BeforeEach
    void bothAreThere() {
        first = ManagementClient.at(hubs.quickstart(hubs.first(), ""));
        second = ManagementClient.at(hubs.quickstart(hubs.second(), ""));
    }

    @Test
    void theyStartTogetherOnAnEmptyDatabase() throws SQLException {
        assertThat(number("select count(*) from flyway_schema_history where not success"))
                .isZero();
        assertThat(number("select count(*) - count(distinct version) from flyway_schema_history"))
                .isZero();
        assertThat(number("select count(*) from signing_key")).isOne();
        assertThat(number("select count(*) from hub_user")).isOne();
        RunReport.print("two hubs, started at once on an empty database: both ready after %.1f s", startSeconds);
    }

    @Test
    void whatIsChangedAtEitherHubIsEverywhereAtOnce() {
        flag("in-turn");
        SyncProbe[] told = {probe(hubs.first().url()), probe(hubs.second().url())};
        List<Double> millis = new ArrayList<>();
        long latest = 0;
        try (Traffic atGrid = traffic(grid, "in-turn");
                Traffic atHttp = traffic(http, "in-turn")) {
            for (int i = 0; i < IN_TURN; i++) {
                ManagementClient hub = i % 2 == 0 ? first : second;
                long revision = hub.toggle("in-turn", i % 2 == 0);
                long committed = System.nanoTime();
                assertThat(revision).isGreaterThan(latest);
                latest = revision;
                atGrid.awaitRevision(revision);
                atHttp.awaitRevision(revision);
                millis.add(seconds(committed) * 1_000);
            }
            long newest = latest;
            await().atMost(LIMIT).until(() -> told[0].revision() >= newest && told[1].revision() >= newest);
            Collections.sort(millis);
            RunReport.print(
                    "two hubs, %d changes in turn: at both edges after %.0f ms (middle), %.0f ms (slowest);"
                            + " %d and %d answers, %d failed or went back",
                    IN_TURN,
                    millis.get(IN_TURN / 2),
                    millis.get(IN_TURN - 1),
                    atGrid.answers(),
                    atHttp.answers(),
                    atGrid.failures().size() + atHttp.failures().size());
            assertThat(atGrid.failures()).isEmpty();
            assertThat(atHttp.failures()).isEmpty();
        }
        assertThat(millis.get(IN_TURN / 2)).isLessThan(500 * MachineSpeed.slowdown());
    }

    /** Every thread adds to one number, on condition that nobody else has meanwhile; and switches a flag of its own. */
    @Test
    void noUpdateIsLostWhereBothChangeTheSameAtOnce() throws Exception {
        flag("at-once");
        AtomicInteger refused = new AtomicInteger();
        Set<Long> revisions = Collections.synchronizedSet(new HashSet<>());
        List<Callable<Boolean>> work = new ArrayList<>();
        for (ManagementClient hub : List.of(first, second)) {
            for (int i = 0; i < THREADS; i++) {
                work.add(() -> tryCount(hub, refused));
            }
            String own = "at-once-" + work.size();
            flag(own);
            work.add(() -> tryToggle(hub, own, revisions));
        }
        try (Traffic atGrid = traffic(grid, "at-once")) {
            together(work);
            long newest = Collections.max(revisions);
            atGrid.awaitRevision(newest);
            assertThat(atGrid.failures()).isEmpty();
        }

        int added = 2 * THREADS * EACH;
        RunReport.print(
                "two hubs, the same flag at once: %d of %d additions are there (%d refused with 412 and made again),"
                        + " %d of %d turns have a revision of their own",
                number(first), added, refused.get(), revisions.size(), 2 * EACH);
        assertThat(number(first)).isEqualTo(added);
        assertThat(number(second)).isEqualTo(added);
        assertThat(revisions).hasSize(2 * EACH);
        assertThat(state(second, "at-once").path("enabled").asBoolean()).isFalse();
    }

    private static boolean tryCount(ManagementClient hub, AtomicInteger refused) {
        String path = "/projects/" + HubPair.PROJECT + "/flags/at-once";
        int done = 0;
        while (done < EACH) {
            HttpResponse<String> present = hub.call("GET", path, "");
            ObjectNode flag = (ObjectNode) ManagementClient.json(present);
            flag.put("description", Integer.toString(described(flag) + 1));
            flag.remove("version");
            String tag = present.headers().firstValue("ETag").orElseThrow();
            int status = hub.callIfMatch("PUT", path, flag.toString(), tag).statusCode();
            assertThat(status).isIn(200, 412, 409);
            if (status == 200) {
                done++;
            } else {
                refused.incrementAndGet();
            }
        }
        return true;
    }

    private static int number(ManagementClient hub) {
        return described(hub.get("/projects/" + HubPair.PROJECT + "/flags/at-once"));
    }

    private static int described(JsonNode flag) {
        String text = flag.path("description").asText("");
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static boolean tryToggle(ManagementClient hub, String flag, Set<Long> revisions) {
        long latest = 0;
        for (int i = 0; i < EACH; i++) {
            long revision = hub.post(path(flag) + "/toggle", Map.of("enabled", i % 2 == 0))
                    .path("revision")
                    .asLong();
            assertThat(revision).isGreaterThan(latest);
            latest = revision;
            revisions.add(revision);
        }
        return true;
    }

    @Test
    void tokensAndKeysOfOneCountAtTheOther() {
        flag("keys");
        assertThat(status(second, first.token(), "/projects")).isEqualTo(200);
        assertThat(status(first, second.token(), "/projects")).isEqualTo(200);

        JsonNode admin = first.post("/keys", Map.of("name", "admin", "kind", "admin"));
        String secret = admin.path("secret").asText();
        assertThat(status(second, secret, "/projects")).isEqualTo(200);
        assertThat(revoke(second, admin)).isEqualTo(204);
        assertThat(status(first, secret, "/projects")).isEqualTo(401);

        JsonNode server = second.post(
                "/keys",
                Map.of(
                        "name",
                        "short-lived",
                        "kind",
                        "server",
                        "project",
                        HubPair.PROJECT,
                        "environment",
                        HubPair.ENVIRONMENT));
        List<String> everywhere = List.of(hubs.first().url(), hubs.second().url(), grid.url(), http.url());
        for (String url : everywhere) {
            await().atMost(LIMIT).until(() -> evaluateStatus(url, server) == 200);
        }
        assertThat(revoke(first, server)).isEqualTo(204);
        for (String url : everywhere) {
            await().atMost(LIMIT).until(() -> evaluateStatus(url, server) == 401);
        }

        JsonNode below = first.post("/keys", Map.of("name", "below", "kind", "edge"));
        SyncProbe atSecond =
                new SyncProbe(hubs.second().url(), below.path("secret").asText(), environment());
        await().atMost(LIMIT).until(() -> atSecond.revision() > 0);
        assertThat(revoke(first, below)).isEqualTo(204);
        await().atMost(LIMIT).until(() -> atSecond.revision() < 0);
    }

    private static int status(ManagementClient hub, String credential, String path) {
        return hub.send(hub.request(path).header("Authorization", "Bearer " + credential))
                .statusCode();
    }

    private static int revoke(ManagementClient hub, JsonNode key) {
        return hub.call("DELETE", "/keys/" + key.path("id").asText(), "").statusCode();
    }

    private static int evaluateStatus(String url, JsonNode key) {
        return RawHttp.send(
                        url,
                        "POST",
                        "/ofrep/v1/evaluate/flags/keys",
                        Map.of("X-API-Key", key.path("secret").asText(), "Content-Type", "application/json"),
                        "{}".getBytes(StandardCharsets.UTF_8))
                .status();
    }

    /** What is repeated adds a rule, so that each time that it were carried out would be seen. */
    @Test
    void aSignInThatBeginsAtOneCompletesAtTheOtherAndEndsAtBoth() {
        String one = hubs.first().url();
        String other = hubs.second().url();
        OidcTestProvider provider = hubs.provider();
        provider.recognize(
                claims -> claims.subject("ada").claim("email", HubPair.email()).claim("email_verified", true));
        ProviderVisitor visitor = new ProviderVisitor();

        URI callback = visitor.authorized(one, "/projects.xhtml");
        HttpResponse<String> completed = visitor.complete(other, callback);

        assertThat(completed.statusCode()).describedAs(completed.body()).isEqualTo(302);
        assertThat(ProviderVisitor.location(completed)).endsWith("/admin/projects.xhtml");
        assertThat(visitor.page(one, "/projects.xhtml").statusCode()).isEqualTo(200);
        assertThat(visitor.page(other, "/projects.xhtml").statusCode()).isEqualTo(200);
        assertThat(new ProviderVisitor().complete(one, callback))
                .satisfies(replayed -> assertThat(replayed.statusCode()).isEqualTo(403))
                .satisfies(replayed -> assertThat(replayed.body()).contains("was completed before"));

        String logout = provider.sign(provider.claims()
                .subject("ada")
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .build());
        assertThat(visitor.logout(other, logout)).isEqualTo(200);
        assertThat(visitor.page(one, "/projects.xhtml").statusCode()).isEqualTo(302);
        assertThat(visitor.page(other, "/projects.xhtml").statusCode()).isEqualTo(302);
        assertThat(visitor.logout(one, logout)).isEqualTo(400);
    }

    @Test
    void aTokenOfTheProviderActsAsItsUserAtBoth() {
        OidcTestProvider provider = hubs.provider();
        String token = provider.sign(provider.claims()
                .audience(HubPair.AUDIENCE)
                .subject("ada")
                .claim("email", HubPair.email())
                .claim("email_verified", true)
                .build());
        String forThePages = provider.sign(provider.claims().subject("ada").build());

        for (ExtraHub hub : List.of(hubs.first(), hubs.second())) {
            assertThat(me(hub, token).status()).isEqualTo(200);
            assertThat(me(hub, token).body()).contains(HubPair.email());
            assertThat(me(hub, forThePages))
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(401))
                    .satisfies(refused -> assertThat(refused.body()).contains("another audience"));
        }
    }

    private static RawHttp.Answer me(ExtraHub hub, String token) {
        return RawHttp.send(hub.url(), "GET", "/api/v1/me", Map.of("Authorization", "Bearer " + token), new byte[0]);
    }

    @Test
    void aBrowserSignsInAndOutAtTheProvider() {
        Optional<Path> chromium = AdminBrowser.executable();
        assumeTrue(chromium.isPresent(), "no Chromium: neither CHROMIUM_PATH nor /usr/bin/chromium");
        hubs.provider()
                .recognize(claims ->
                        claims.subject("ada").claim("email", HubPair.email()).claim("email_verified", true));
        try (AdminBrowser browser = AdminBrowser.start(chromium.orElseThrow())) {
            Page page = browser.page();
            page.navigate(hubs.first().url() + "/admin/projects.xhtml");
            page.getByText("Continue with Test").click();
            page.waitForURL(address -> address.endsWith("/admin/projects.xhtml"));

            page.locator("[id='session:signOut']").evaluate("button => button.click()");
            page.waitForURL(address -> address.contains("/admin/login.xhtml"));

            assertThat(hubs.provider().endedIdToken()).isNotEmpty();
            page.navigate(hubs.first().url() + "/admin/projects.xhtml");
            assertThat(page.url()).contains("/admin/login.xhtml");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aRequestWithAnIdempotencyKeyIsCarriedOutOnceWhicheverHubsItIsSentTo() throws Exception {
        flag("repeated");
        String body = ("{'environment':'" + HubPair.ENVIRONMENT + "','changes':[{'type':'add-rule','flag':'repeated',"
                        + "'definition':{'condition':{'attribute':'country','operator':'IN','values':['SE']},"
                        + "'outcome':{'serve':'on'}}}]}")
                .replace('\'', '"');
        AtomicInteger early = new AtomicInteger();
        for (int i = 1; i <= REPEATED; i++) {
            String key = "\"" + UUID.randomUUID() + "\"";
            List<HttpResponse<String>> answers = Collections.synchronizedList(new ArrayList<>());
            together(Stream.of(first, second, first, second)
                    .<Callable<Boolean>>map(hub -> () -> answers.add(repeat(hub, key, body, early)))
                    .toList());
            answers.add(repeat(second, key, body, early));
            answers.add(repeat(first, key, body, early));

            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .containsOnly(answers.get(0).body());
            assertThat(answers)
                    .filteredOn(answer ->
                            answer.headers().firstValue("Idempotency-Replayed").isEmpty())
                    .hasSize(1);
            assertThat(state(first, "repeated").path("rules")).hasSize(i);
            assertThat(state(second, "repeated").path("rules")).hasSize(i);
        }
        RunReport.print(
                "two hubs, %d requests sent 6 times each with the same idempotency key: each carried out once, %d told to"
                        + " wait",
                REPEATED, early.get());
    }

    /**
     * Sends a request until it is answered with what it did, as a client does that is told to wait, or to try again: a hub that
     * hung meanwhile finds that the database has given up some of its connections.
     */
    private static HttpResponse<String> repeat(ManagementClient hub, String key, String body, AtomicInteger early) {
        HttpResponse<String> done = await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> send(hub, key, body, early),
                        answer -> answer.statusCode() != 409 && answer.statusCode() != 503);
        assertThat(done.statusCode()).describedAs(done.body()).isEqualTo(200);
        return done;
    }

    private static HttpResponse<String> send(ManagementClient hub, String key, String body, AtomicInteger early) {
        HttpResponse<String> answer = hub.send(hub.request("/projects/" + HubPair.PROJECT + "/changes")
                .header("Authorization", "Bearer " + hub.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() == 409) {
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            early.incrementAndGet();
        }
        return answer;
    }

    @Test
    void usageIsCountedOnceWhicheverHubItIsSentTo() throws Exception {
        flag("usage");
        long asked = 0;
        OfrepClient edge = OfrepClient.at(grid.url(), quickstart);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int sequence = 0; sequence < BATCHES; sequence++) {
            String batch = batch(sequence);
            for (String url : List.of(
                    hubs.first().url(),
                    hubs.second().url(),
                    grid.url(),
                    http.url(),
                    hubs.first().url())) {
                work.add(() -> sendBatch(url, batch));
            }
        }
        for (int i = 0; i < 500; i++) {
            asked += edge.evaluate("usage").status() == 200 ? 1 : 0;
        }
        together(work);

        long expected = BATCHES * 10L + asked;
        await().atMost(LIMIT).until(() -> tryCount(first, "usage") >= expected);
        await().during(Duration.ofSeconds(12)).atMost(LIMIT).until(() -> tryCount(second, "usage") == expected);
        RunReport.print(
                "two hubs, %d batches of usage sent 5 times each, by all ways at once, and %d evaluations at an edge:"
                        + " %d counted of %d",
                BATCHES, asked, tryCount(second, "usage"), expected);
    }

    private static boolean sendBatch(String url, String batch) {
        await().atMost(LIMIT)
                .until(() -> RawHttp.send(
                                        url,
                                        "POST",
                                        "/api/v1/sync/usage",
                                        Map.of("X-API-Key", edgeKey, "Content-Type", "application/json"),
                                        batch.getBytes(StandardCharsets.UTF_8))
                                .status()
                        == 202);
        return true;
    }

    private static String batch(int sequence) {
        return ("{'edge':'two-hubs','sequence':" + sequence + ",'madeAt':'" + Instant.now() + "','dropped':0,"
                        + "'entries':[{'environment':'" + environment()
                        + "','application':'shop','flag':'usage','enabled':true,'variant':'on','hour':'"
                        + Instant.now() + "','evaluations':10}]}")
                .replace('\'', '"');
    }

    private static long tryCount(ManagementClient hub, String flag) {
        long sum = 0;
        for (JsonNode item : hub.get("/projects/" + HubPair.PROJECT + "/flags/" + flag + "/usage")
                .path("items")) {
            sum += item.path("evaluations").asLong();
        }
        return sum;
    }

    @Test
    void whereOneIsKilledTheOtherGoesOn() throws Exception {
        flag("killed");
        SyncProbe atGrid = probe(grid.url());
        SyncProbe atHttp = probe(http.url());
        await().atMost(LIMIT).until(() -> atGrid.age() < FRESH_SECONDS && atHttp.age() < FRESH_SECONDS);
        double oldest = 0;
        double httpAge;
        double slowest = 0;
        int changes = 0;
        try (Traffic answersGrid = traffic(grid, "killed");
                Traffic answersHttp = traffic(http, "killed")) {
            ExecutorService threads = Executors.newSingleThreadExecutor();
            Future<Long> lastOfTheKilled = threads.submit(() -> toggleUntilFailure(first));
            long before = answersHttp.revision();
            answersHttp.awaitRevision(before + 10);
            hubs.first().kill();
            long killed = System.nanoTime();
            long acknowledged = lastOfTheKilled.get(1, TimeUnit.MINUTES);
            threads.shutdown();
            assertThat(state(second, "killed").path("revision").asLong())
                    .describedAs("what the dead hub acknowledged")
                    .isGreaterThanOrEqualTo(acknowledged);
            while (seconds(killed) < 20) {
                long revision = invert(second, "killed");
                long committed = System.nanoTime();
                answersGrid.awaitRevision(revision);
                slowest = Math.max(slowest, seconds(committed));
                oldest = Math.max(oldest, atGrid.age());
                changes++;
            }
            httpAge = atHttp.age();

            hubs.first().restart();
            await().atMost(Duration.ofMinutes(4)).until(hubs.first()::ready);
            long returned = System.nanoTime();
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> atHttp.age() < FRESH_SECONDS);
            double recovery = seconds(returned);
            first = ManagementClient.at(hubs.quickstart(hubs.first(), ""));
            long revision = invert(first, "killed");
            answersGrid.awaitRevision(revision);
            answersHttp.awaitRevision(revision);
            RunReport.print(
                    "two hubs, one killed for a while: %d changes at the other, at the grid's edge after %.1f s at the"
                            + " latest, where the age rose to %.1f s; the edge below the dead one got %.1f s old, and"
                            + " was fresh %.1f s after its return; %d and %d answers, %d failed or went back",
                    changes,
                    slowest,
                    oldest,
                    httpAge,
                    recovery,
                    answersGrid.answers(),
                    answersHttp.answers(),
                    answersGrid.failures().size() + answersHttp.failures().size());
            assertThat(answersGrid.failures()).isEmpty();
            assertThat(answersHttp.failures()).isEmpty();
            assertThat(oldest).isLessThan(FRESH_SECONDS);
            assertThat(slowest).isLessThan(FRESH_SECONDS);
            assertThat(recovery).isLessThan(FRESH_SECONDS);
            assertThat(grid.logged(UNREADABLE)).isEmpty();
        }
    }

    /** Switches a flag to the opposite; answers the revision. */
    private static long invert(ManagementClient hub, String flag) {
        boolean enabled = hub.get(path(flag)).path("enabled").asBoolean();
        return hub.post(path(flag) + "/toggle", Map.of("enabled", !enabled))
                .path("revision")
                .asLong();
    }

    /** The last revision that was acknowledged. */
    private static long toggleUntilFailure(ManagementClient hub) {
        long latest = 0;
        try {
            while (true) {
                latest = invert(hub, "killed");
            }
        } catch (RuntimeException | AssertionError gone) {
            return latest;
        }
    }

    /** The lock of publication is held by somebody who does nothing any more: the worst moment to hang. */
    @Test
    void whereOneHangsInTheMiddleOfARoundTheOtherGoesOn() throws Exception {
        flag("hung");
        ExtraHub hanging;
        try (Connection held = hubs.database()) {
            held.setAutoCommit(false);
            held.createStatement().execute("lock table environment in access exclusive mode");
            try (Connection other = hubs.database()) {
                other.createStatement()
                        .execute("insert into outbox (environment_id, snapshot_key, revision)"
                                + " values (gen_random_uuid(), 'no/where', 1)");
            }
            await().atMost(LIMIT).until(() -> !publishing().isEmpty());
            hanging = hubs.byName(publishing());
            hanging.freeze();
            held.rollback();
        }
        ManagementClient living = hanging.equals(hubs.first()) ? second : first;
        long frozen = System.nanoTime();
        double seconds;
        double back;
        try (Traffic answers = traffic(grid, "hung")) {
            long revision;
            try {
                revision = living.toggle("hung", true);
                answers.awaitRevision(revision);
                seconds = seconds(frozen);
            } finally {
                hanging.thaw();
            }
            long thawed = System.nanoTime();
            long later = living.toggle("hung", false);
            answers.awaitRevision(later);
            SyncProbe told = probe(hanging.url());
            await().atMost(LIMIT).until(() -> told.revision() >= later && told.age() < FRESH_SECONDS);
            long last = ManagementClient.at(hubs.quickstart(hanging, "")).toggle("hung", true);
            answers.awaitRevision(last);
            back = seconds(thawed);
            assertThat(answers.failures()).isEmpty();
        }
        RunReport.print(
                "two hubs, one hangs while it holds the lock of publication: a change at the other is at the edge after"
                        + " %.1f s; %.1f s after it goes on, its changes are there too",
                seconds, back);
        assertThat(seconds).isLessThan(40);
    }

    /** Which hub holds the lock of publication and waits; empty for none. */
    private static String publishing() throws SQLException {
        try (Connection database = hubs.database();
                ResultSet row = database.createStatement()
                        .executeQuery("select a.application_name from pg_locks l join pg_stat_activity a using (pid)"
                                + " where l.locktype = 'advisory' and l.granted and l.objid = 1785426688"
                                + " and a.wait_event_type = 'Lock'")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** Makes a flag, and waits until the edges know it; nothing is counted by that. */
    private void flag(String key) {
        first.createFlag(key);
        for (ExtraEdge edge : List.of(grid, http)) {
            OfrepClient asked = OfrepClient.at(edge.url(), quickstart);
            await().atMost(LIMIT)
                    .until(() -> asked.evaluateAll("{}").body().toString().contains("\"" + key + "\""));
        }
    }

    private static Traffic traffic(ExtraEdge edge, String flag) {
        return Traffic.at(OfrepClient.at(edge.url(), quickstart), flag);
    }

    private static SyncProbe probe(String url) {
        return new SyncProbe(url, edgeKey, environment());
    }

    private static String environment() {
        return HubPair.PROJECT + "/" + HubPair.ENVIRONMENT;
    }

    private static String path(String flag) {
        return "/projects/" + HubPair.PROJECT + "/flags/" + flag + "/environments/" + HubPair.ENVIRONMENT;
    }

    private static JsonNode state(ManagementClient hub, String flag) {
        JsonNode state = hub.get(path(flag));
        long revision = hub.get("/projects/" + HubPair.PROJECT + "/environments/" + HubPair.ENVIRONMENT)
                .path("revision")
                .asLong();
        return ((ObjectNode) state).put("revision", revision);
    }

    private static long number(String statement) throws SQLException {
        try (Connection database = hubs.database();
                ResultSet row = database.createStatement().executeQuery(statement)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void together(List<Callable<Boolean>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(work.size(), 10));
        try {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get(5, TimeUnit.MINUTES)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
