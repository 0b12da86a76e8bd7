package dev.jackstaff.cli.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.cli.CommandRun;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands ask a hub, with which credential, and what they make of its answers. */
class ManagementCommandsTest {
    private static final String ONE_PROJECT = "[{\"key\":\"shop\",\"name\":\"Shop\"}]";
    private static final String PASSWORD = "the-password";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private FakeHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new FakeHub();
        environment.put("JACKSTAFF_URL", hub.url());
        environment.put("JACKSTAFF_TOKEN", "the-token");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, environment, arguments);
    }

    @Test
    void theOnlyProjectIsTheDefault() {
        hub.answer("GET /api/v1/projects", ONE_PROJECT)
                .answer("GET /api/v1/projects/shop/segments", "[{\"key\":\"staff\",\"name\":\"Staff\"}]");

        CommandRun run = run("segments", "list");

        assertThat(run.out()).isEqualTo("SEGMENT  NAME   CHANGED  DESCRIPTION\nstaff    Staff\n");
        assertThat(hub.requests()).allMatch(request -> request.authorization().equals("Bearer the-token"));
    }

    @Test
    void severalProjectsAreListedIfNoneIsNamed() {
        hub.answer("GET /api/v1/projects", "[{\"key\":\"shop\"},{\"key\":\"web\"}]");

        CommandRun run = run("flags", "list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("jackstaff: name a project with --project or JACKSTAFF_PROJECT: shop, web.\n");
    }

    @Test
    void theProjectOfTheVariableIsAskedForAtOnceAndTheOptionIsStronger() {
        hub.answer("GET /api/v1/projects/shop/environments", "[]")
                .answer("GET /api/v1/projects/web/environments", "[]");
        environment.put("JACKSTAFF_PROJECT", "shop");

        assertThat(run("environments", "list").err()).isEqualTo("There are no environments.\n");
        assertThat(run("environments", "list", "--project", "web").exitCode()).isZero();

        assertThat(hub.lines())
                .containsExactly("GET /api/v1/projects/shop/environments", "GET /api/v1/projects/web/environments");
        environment.put("JACKSTAFF_PROJECT", "a/b");
        assertThat(run("environments", "list").exitCode()).isEqualTo(2);
    }

    @Test
    void aListIsFollowedThroughItsPagesUpToTheLimit() {
        environment.put("JACKSTAFF_PROJECT", "shop");
        String flags = "GET /api/v1/projects/shop/flags";
        hub.answer(flags + "?environments=true&q=a%20b%26&limit=500", page(0, 500, "\"f499\""))
                .answer(flags + "?environments=true&q=a%20b%26&limit=100&cursor=f499", page(500, 600, "\"f599\""))
                .answer(flags + "?environments=true&q=a%20b%26&limit=500&cursor=f499", page(500, 1000, "null"));

        CommandRun some = run("flags", "list", "--search", "a b&", "--limit", "600", "--json");
        CommandRun all = run("flags", "list", "--search", "a b&", "--all");

        JsonObject document = Json.createReader(new StringReader(some.out())).readObject();
        assertThat(document.getJsonArray("items")).hasSize(600);
        assertThat(document.getString("next")).isEqualTo("f599");
        assertThat(some.err()).isEmpty();
        assertThat(all.out()).hasLineCount(1001);
        assertThat(all.err()).isEmpty();
        assertThat(run("flags", "list", "--limit", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void aListOfFlagsSaysWhereEachIsOnWithOneRequest() {
        environment.put("JACKSTAFF_PROJECT", "shop");
        hub.answer(
                "GET /api/v1/projects/shop/flags?environments=true&limit=50",
                "{\"items\":[{\"key\":\"a\",\"type\":\"boolean\",\"name\":\"A\",\"environments\":[{\"key\":\"staging\",\"enabled\":true},"
                        + "{\"key\":\"production\",\"enabled\":false},{\"key\":\"tests\",\"enabled\":true}]},"
                        + "{\"key\":\"b\",\"type\":\"boolean\",\"name\":\"B\",\"environments\":[{\"key\":\"staging\",\"enabled\":false}]}],"
                        + "\"next\":null}");

        CommandRun text = run("flags", "list");
        CommandRun json = run("flags", "list", "--json");

        assertThat(text.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "FLAG|ON IN|TYPE|KIND|OWNER|CHANGED|TAGS|NAME", "a|staging, tests|boolean|A", "b|-|boolean|B");
        assertThat(Json.createReader(new StringReader(json.out()))
                        .readObject()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonArray("environments"))
                .hasSize(3);
        assertThat(hub.lines()).hasSize(2);
    }

    private static String page(int from, int to, String next) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"key\":\"f" + i + "\",\"type\":\"boolean\"}")
                .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":" + next + "}"));
    }

    @Test
    void theHistoryOfAFlagIsFoundAmongTheOthersAndCanBeGoneOn() {
        environment.put("JACKSTAFF_PROJECT", "shop");
        hub.answer(
                "GET /api/v1/projects/shop/environments/production/revisions?limit=500",
                "{\"items\":[" + revision(5, "b") + "," + revision(4, "a") + "," + revision(3, "a")
                        + "],\"next\":null}");

        CommandRun run = run("flags", "history", "a", "--environment", "production", "--limit", "1", "--json");

        JsonObject document = Json.createReader(new StringReader(run.out())).readObject();
        assertThat(document.getJsonArray("items").getJsonObject(0).getInt("revision"))
                .isEqualTo(4);
        assertThat(document.getJsonArray("items")).hasSize(1);
        assertThat(document.getString("next")).isEqualTo("4");
    }

    private static String revision(int number, String flag) {
        return "{\"revision\":" + number + ",\"changes\":[{\"resource\":\"flag state\",\"key\":\"" + flag
                + "\",\"action\":\"updated\"}]}";
    }

    @Test
    void aSwitchIsAChangeOfAllItsFlagsAndToldInTheHubsWords() {
        environment.put("JACKSTAFF_PROJECT", "shop");
        hub.answer(
                "POST /api/v1/projects/shop/changes",
                "{\"dryRun\":false,\"revision\":7,\"projectRevision\":3,\"sentences\":[\"Turn \\\"a\\\" on in production\"],"
                        + "\"effects\":[{\"resource\":\"flag state\",\"key\":\"a\",\"before\":{\"enabled\":false},"
                        + "\"after\":{\"enabled\":true}}],\"undo\":[]}");

        CommandRun run = run("flags", "on", "a", "b", "--env", "production", "--reason", "asked for");

        assertThat(hub.requests().get(0).body())
                .isEqualTo("{\"environment\":\"production\",\"changes\":[{\"type\":\"turn-on\",\"flag\":\"a\"},"
                        + "{\"type\":\"turn-on\",\"flag\":\"b\"}],\"reason\":\"asked for\"}");
        assertThat(run.out())
                .isEqualTo(
                        "Turn \"a\" on in production\n  flag state a, enabled: false → true\nChanged: revision 7.\n");
    }

    @Test
    void aChangeNamesEachRevisionEachEnvironmentAndWhoIsAnsweredOtherwise() {
        environment.put("JACKSTAFF_PROJECT", "shop");
        hub.answer(
                "POST /api/v1/projects/shop/promote",
                "{\"dryRun\":false,\"revision\":8,\"revisions\":{\"production\":8,\"staging\":3},\"projectRevision\":5,"
                        + "\"sentences\":[],\"effects\":["
                        + "{\"resource\":\"flag state\",\"key\":\"a\",\"environment\":\"production\","
                        + "\"before\":{\"enabled\":false},\"after\":{\"enabled\":true}},"
                        + "{\"resource\":\"flag\",\"key\":\"a\",\"environment\":null,"
                        + "\"before\":{\"name\":\"a\"},\"after\":{\"name\":\"b\"}}],"
                        + "\"moves\":[{\"flag\":\"a\",\"environment\":\"production\",\"contexts\":3,\"shares\":["
                        + "{\"rule\":\"1f\",\"name\":\"Swedes\",\"share\":0.25,\"dependsOnContext\":false},"
                        + "{\"rule\":\"2e\",\"name\":\"\",\"dependsOnContext\":true},"
                        + "{\"share\":1.0,\"dependsOnContext\":false}]}],\"undo\":[]}");

        CommandRun run =
                run("flags", "promote", "a", "--from", "staging@12", "--to", "production", "--parts", "rules,enabled");

        assertThat(hub.requests().get(0).body())
                .isEqualTo("{\"from\":\"staging@12\",\"to\":\"production\",\"flags\":[\"a\"],"
                        + "\"parts\":[\"rules\",\"enabled\"]}");
        assertThat(run.out())
                .isEqualTo(
                        """
                          flag state a in production, enabled: false → true
                          flag a, name: "a" → "b"
                          25 % of those who match rule "Swedes" in production: another variant of a
                          depending on their context, those who match rule 2e in production: another variant of a
                          100 % of those who match no rule in production: another variant of a
                          3 of the contexts of the request in production: another variant of a
                        Changed: revision 8 of production, project revision 5.
                        """);
    }

    @Test
    void aFlagIsKilledForATimeAndCopied() {
        environment.put("JACKSTAFF_PROJECT", "shop");
        String change = "{\"dryRun\":false,\"revisions\":{},\"projectRevision\":5,\"sentences\":[\"Done\"],"
                + "\"effects\":[],\"moves\":[],\"undo\":[]}";
        hub.answer(
                        "POST /api/v1/projects/shop/flags/a/kill",
                        "{\"change\":" + change + ",\"restoreAt\":\"2026-01-02T03:04:05.678Z\"}")
                .answer("POST /api/v1/projects/shop/flags/a/copy", change);

        CommandRun killed = run("flags", "kill", "a", "--restore-after", "10", "--reason", "too slow");
        CommandRun copied = run("flags", "copy", "a", "b", "--name", "B", "--enabled", "--ticket", "OPS-1");

        assertThat(killed.out())
                .isEqualTo(
                        "Done\nNothing was changed: it was so already.\nIt turns on again at 2026-01-02T03:04:05Z.\n");
        assertThat(copied.exitCode()).isZero();
        assertThat(hub.requests())
                .extracting(FakeHub.Request::body)
                .containsExactly(
                        "{\"restoreAfterMinutes\":10,\"reason\":\"too slow\"}",
                        "{\"key\":\"b\",\"name\":\"B\",\"enabled\":true,\"ticket\":\"OPS-1\"}");
    }

    @Test
    void aRestorationNeedsARevision() {
        environment.put("JACKSTAFF_PROJECT", "shop");

        assertThat(run("flags", "restore", "a").err()).startsWith("jackstaff: name a revision: ");
        assertThat(run("flags", "restore", "--env", "production").exitCode()).isEqualTo(2);
        assertThat(run("flags", "restore", "--revision", "4").exitCode()).isEqualTo(2);
        run("flags", "restore", "a", "--env", "production", "--revision", "4", "--project-revision", "2", "--dry-run");

        assertThat(hub.requests())
                .extracting(FakeHub.Request::body)
                .containsExactly("{\"environment\":\"production\",\"revision\":4,\"projectRevision\":2,"
                        + "\"flags\":[\"a\"],\"dryRun\":true}");
    }

    @Test
    void theVersionsOfAFlagAndOfItsSettingsHaveTheChangeThatMadeThem() {
        environment.put("JACKSTAFF_PROJECT", "shop");
        String change = "\"change\":{\"actor\":\"ann\",\"sentences\":[\"Rename\",\"Tag\"],\"reason\":\"sale\","
                + "\"ticket\":\"OPS-1\"}";
        hub.answer(
                        "GET /api/v1/projects/shop/flags/a/versions?limit=50",
                        "{\"items\":[{\"projectRevision\":4,\"at\":\"2026-01-02T03:04:05.6Z\"," + change
                                + "},{\"projectRevision\":1,\"at\":\"2026-01-01T00:00:00Z\"}],\"next\":null}")
                .answer(
                        "GET /api/v1/projects/shop/flags/a/environments/production/versions?limit=50",
                        "{\"items\":[{\"revision\":7,\"at\":\"2026-01-02T03:04:05Z\",\"enabled\":true," + change
                                + "}],\"next\":null}");

        assertThat(run("flags", "versions", "a").out())
                .isEqualTo(
                        """
                        PROJECT REVISION  WHEN                  BY   CHANGE       REASON  TICKET
                        4                 2026-01-02T03:04:05Z  ann  Rename; Tag  sale    OPS-1
                        1                 2026-01-01T00:00:00Z
                        """);
        assertThat(run("flags", "versions", "a", "--env", "production").out())
                .contains("7         2026-01-02T03:04:05Z  ann  on     Rename; Tag  sale    OPS-1");
    }

    @Test
    void aChangeIsReadFromAFileAndOptionsReplaceWhatItSays() throws IOException {
        environment.put("JACKSTAFF_PROJECT", "shop");
        Path list = Files.writeString(home.resolve("list.json"), "[{\"type\":\"turn-on\",\"flag\":\"a\"}]");
        Path whole = Files.writeString(
                home.resolve("whole.json"), "{\"environment\":\"production\",\"base\":1,\"changes\":[],\"more\":7}");

        run("flags", "change", "--file", list.toString(), "--env", "staging", "--dry-run");
        run("flags", "change", "--file", whole.toString(), "--base", "5", "--ticket", "OPS-1");

        assertThat(hub.requests().get(0).body())
                .isEqualTo(
                        "{\"changes\":[{\"type\":\"turn-on\",\"flag\":\"a\"}],\"environment\":\"staging\",\"dryRun\":true}");
        assertThat(hub.requests().get(1).body())
                .isEqualTo(
                        "{\"environment\":\"production\",\"base\":5,\"changes\":[],\"more\":7,\"ticket\":\"OPS-1\"}");
        Files.writeString(list, "[{}] {}");
        assertThat(run("flags", "change", "--file", list.toString()).exitCode()).isEqualTo(2);
        Files.writeString(list, "7");
        assertThat(run("flags", "change", "--file", list.toString()).err())
                .isEqualTo("jackstaff: " + list + " must hold one JSON object or array.\n");
        assertThat(run("flags", "change", "--file", "nowhere.json").err())
                .isEqualTo("jackstaff: There is no file nowhere.json.\n");
    }

    @Test
    void aRefusalIsToldInTheHubsWordsWithEachViolation() {
        environment.put("JACKSTAFF_PROJECT", "shop");
        hub.answer(
                "POST /api/v1/projects/shop/changes",
                409,
                "{\"detail\":\"somebody has changed it\",\"violations\":[{\"field\":\"a/enabled\",\"message\":\"was false, is"
                        + " true now\\u001b[2J\"}]}");

        CommandRun run = run("flags", "off", "a", "--env", "production", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("jackstaff: somebody has changed it (409)\n  a/enabled: was false, is true now\\u001b[2J\n");
    }

    @Test
    void jsonIsTheAnswerAsItIs() {
        String answer = "[{\"email\":\"a@b.c\", \"more\" : 1.50}]";
        hub.answer("GET /api/v1/users", answer).answer("DELETE /api/v1/keys/1", 204, "");

        assertThat(run("users", "list", "--json").out()).isEqualTo(answer + "\n");
        assertThat(run("keys", "revoke", "1", "--json")).isEqualTo(new CommandRun(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projects list",
                "flags list --project p",
                "flags get f --project p",
                "flags get f --environment e --project p",
                "flags on f --environment e --project p",
                "flags history --environment e --project p",
                "flags history f --environment e --project p",
                "flags compare a b --project p",
                "flags kill f --project p",
                "flags copy f g --project p",
                "flags promote --from a --to b --project p",
                "flags restore --project-revision 1 --project p",
                "flags versions f --project p",
                "flags versions f --environment e --project p",
                "flags list",
                "keys list",
                "keys create k --kind admin",
                "users list",
                "audit"
            })
    void whatIsNoHubIsNoSurprise(String arguments) throws IOException {
        for (String body : List.of("<html>", "{}", "{\"items\":{}}", "[7]", "[{}]", "{\"items\":[7],\"next\":null}")) {
            try (FakeHub other = new FakeHub().answerEverything(body)) {
                environment.put("JACKSTAFF_URL", other.url());

                CommandRun run = run(arguments.split(" ", -1));

                assertThat(run.err()).describedAs(body).doesNotContain("unexpected error", "\tat ");
                assertThat(run.exitCode()).describedAs(body).isEqualTo(run.err().startsWith("jackstaff: ") ? 1 : 0);
            }
        }
    }

    @Test
    void whatIsNoJsonIsNotPrintedAsJson() {
        hub.answer("GET /api/v1/users", "<html>");

        CommandRun run = run("users", "list", "--json");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        1, "", "jackstaff: " + hub.url() + "/api/v1/users answered 200 without a JSON document\n"));
    }

    @Test
    void aComparisonIsATableWithALineForEachField() {
        environment.put("JACKSTAFF_PROJECT", "shop");
        String sides =
                "{\"from\":{\"project\":\"shop\",\"environment\":\"a\",\"revision\":1},\"to\":{\"project\":\"shop\","
                        + "\"environment\":\"b\",\"revision\":2},\"segments\":[],\"flags\":";
        String compare = "GET /api/v1/projects/shop/compare?from=a%401&to=b";
        hub.answer(
                compare,
                sides
                        + "[{\"key\":\"f\",\"kind\":\"changed\",\"fields\":[{\"field\":\"enabled\",\"before\":true,\"after\":"
                        + "null}]},{\"key\":\"g\",\"kind\":\"removed\",\"fields\":[]}]}");

        assertThat(run("flags", "compare", "a@1", "b").out())
                .isEqualTo(
                        """
                        Between shop/a@1 and shop/b@2:

                        WHAT    DIFFERENCE  FIELD    FROM  TO
                        flag f  changed     enabled  true
                        flag g  removed
                        """);
        hub.answer(compare, sides + "[]}");
        assertThat(run("flags", "compare", "a@1", "b").out())
                .isEqualTo("shop/a@1 and shop/b@2 have the same flags and segments.\n");
    }

    @Test
    void aRedirectIsNoSuccessAndIsNotFollowed() {
        hub.answer("DELETE /api/v1/keys/1", 302, "");

        CommandRun run = run("keys", "revoke", "1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("jackstaff: " + hub.url() + "/api/v1/keys/1 answered 302\n");
    }

    @Test
    void theAdministratorOfTheInstallationIsLoggedInAtItsOwnHubOnly() throws IOException {
        environment.clear();
        Files.writeString(home.resolve("quickstart.json"), quickstart(hub.url()));
        hub.answer("POST /api/v1/auth/login", "{\"token\":\"of-the-login\"}")
                .answer("GET /api/v1/projects", ONE_PROJECT);

        assertThat(run("projects", "list").out()).contains("Shop");
        assertThat(hub.requests().get(0).body()).contains(PASSWORD);
        assertThat(hub.requests().get(1).authorization()).isEqualTo("Bearer of-the-login");
        assertThat(run("projects", "list", "--url", hub.url() + "/").exitCode()).isZero();
        assertThat(hub.lines()).containsOnlyOnce("POST /api/v1/auth/login");

        try (FakeHub other = new FakeHub()) {
            CommandRun refused = run("projects", "list", "--url", other.url());

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("jackstaff: JACKSTAFF_TOKEN is not set.")
                    .contains(other.url());
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aLoginThatHasEndedIsRenewedOnce() throws IOException {
        environment.clear();
        Files.writeString(home.resolve("quickstart.json"), quickstart(hub.url()));
        Files.writeString(home.resolve("token"), "of-yesterday");
        hub.answer("POST /api/v1/auth/login", "{\"token\":\"of-today\"}")
                .answer("GET /api/v1/projects", 401, "{\"detail\":\"the token is expired\"}");

        CommandRun run = run("projects", "list");

        assertThat(run.err()).isEqualTo("jackstaff: the token is expired (401)\n");
        assertThat(hub.requests())
                .extracting(FakeHub.Request::authorization)
                .containsExactly("Bearer of-yesterday", "null", "Bearer of-today");
        assertThat(home.resolve("token")).hasContent("of-today");
        assertThat(Files.getPosixFilePermissions(home.resolve("token")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aTokenThatWasGivenIsNotRenewed() throws IOException {
        Files.writeString(home.resolve("quickstart.json"), quickstart(hub.url()));
        hub.answer("GET /api/v1/projects", 401, "{\"detail\":\"the key is unknown\"}");

        assertThat(run("projects", "list").exitCode()).isEqualTo(1);

        assertThat(hub.lines()).containsExactly("GET /api/v1/projects");
    }

    private static String quickstart(String hub) {
        return Json.createObjectBuilder()
                .add("hubUrl", hub)
                .add("edgeUrl", hub)
                .add("adminUrl", hub + "/admin")
                .add("adminEmail", "admin@jackstaff.local")
                .add("adminPassword", PASSWORD)
                .add("project", "demo")
                .add("environment", "production")
                .add("environmentId", "1")
                .add("serverKey", "s")
                .add("clientKey", "c")
                .build()
                .toString();
    }

    @Test
    void withoutAHubAnywhereTheCommandSaysWhatToDo() {
        environment.clear();

        CommandRun run = run("projects", "list");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("jackstaff: No hub is named, and none was started here.");
    }

    @Test
    void aHubThatIsNotThereIsNamedInASentence() {
        hub.close();

        CommandRun run = run("audit");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("jackstaff: " + hub.url() + " does not answer: nothing listens there (connection refused).")
                .hasLineCount(1);
    }

    @Test
    void noMessageHasTheToken() {
        environment.put("JACKSTAFF_TOKEN", "secret\nvalue");

        CommandRun run = run("audit");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("jackstaff: JACKSTAFF_TOKEN has characters that no key and no token has.\n");
        environment.put("JACKSTAFF_URL", "nothing");
        assertThat(run("audit").err()).startsWith("jackstaff: JACKSTAFF_URL must be a URL");
    }

    @Test
    void theSecretOfAKeyIsPrintedWhereItIsCreated() {
        hub.answer(
                "POST /api/v1/keys",
                201,
                "{\"id\":\"1\",\"name\":\"ci\",\"kind\":\"admin\",\"secret\":\"the-secret\"}");

        CommandRun run = run("keys", "create", "ci", "--kind", "admin");

        assertThat(run.out())
                .isEqualTo("Created the key ci, 1:\nthe-secret\nThis is the only time that it is shown.\n");
        assertThat(hub.requests().get(0).body()).isEqualTo("{\"name\":\"ci\",\"kind\":\"admin\"}");
    }
}
