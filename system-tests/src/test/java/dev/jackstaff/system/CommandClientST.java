package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jackstaff.testprocess.TestPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the management API, as people and scripts use them: on the machine of the hub, and from elsewhere. */
@UsesSharedStack
class CommandClientST {
    private static final String PROJECT = "command-line";

    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final CommandClient here;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path directory;

    CommandClientST(StackUnderTest installation) {
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.here = CommandClient.of(installation).with("JACKSTAFF_PROJECT", PROJECT);
    }

    @BeforeEach
    void aNewProject() {
        hub.call("DELETE", "/projects/" + PROJECT + "?force=true", "");
        assertThat(here.lines("projects", "create", PROJECT, "--name", "From a shell"))
                .containsExactly("Created the project " + PROJECT + ".");
    }

    @Test
    void aFlagIsCreatedSwitchedAndShown() {
        here.lines("flags", "create", "checkout", "--name", "Checkout", "--tag", "money", "--owner", "shop team");
        here.lines("flags", "create", "colour", "--type", "string", "--variant", "red=#f00", "--variant", "blue=#00f");

        assertThat(here.lines("flags", "list")).hasSize(3).first().asString().startsWith("FLAG ");
        assertThat(here.json("flags", "list", "--search", "money")
                        .at("/items/0/key")
                        .asText())
                .isEqualTo("checkout");
        assertThat(here.json("flags", "list", "--limit", "1").path("next").asText())
                .isEqualTo("checkout");
        assertThat(here.json("flags", "list", "--limit", "1", "--cursor", "checkout")
                        .at("/items/0/key")
                        .asText())
                .isEqualTo("colour");

        List<String> on = here.lines("flags", "on", "checkout", "colour", "--environment", "production");
        assertThat(on)
                .contains(
                        "Turn \"checkout\" on in production",
                        "  flag state checkout in production, enabled: false → true")
                .last()
                .asString()
                .startsWith("Changed: revision ");
        assertThat(hub.get("/projects/" + PROJECT + "/flags/checkout/environments/production")
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(here.lines("flags", "get", "checkout"))
                .contains("Owner:         shop team")
                .anyMatch(line -> line.matches("production +on .*"))
                .anyMatch(line -> line.matches("staging +off .*"));
        assertThat(here.json("flags", "get", "checkout", "--env", "production")
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(here.json("flags", "off", "checkout", "--env", "production", "--dry-run")
                        .path("dryRun")
                        .asBoolean())
                .isTrue();
        here.lines("flags", "off", "checkout", "--env", "production");
        assertThat(here.lines("flags", "off", "checkout", "--env", "production"))
                .contains("Nothing was changed: it was so already.");
    }

    @Test
    void aChangeIsTriedMadeFoundInTheHistoryAndRefusedToSomebodyWhoHasNotSeenIt() throws IOException {
        here.lines("flags", "create", "checkout");
        long seen = here.json("environments", "list").at("/0/revision").asLong();
        Path file = Files.writeString(
                directory.resolve("change.json"),
                "[{\"type\":\"turn-on\",\"flag\":\"checkout\"},{\"type\":\"add-rule\",\"flag\":\"checkout\",\"definition\":"
                        + "{\"name\":\"Swedes\",\"condition\":{\"attribute\":\"country\",\"operator\":\"IN\","
                        + "\"values\":[\"SE\"]},\"outcome\":{\"serve\":\"on\"}}}]");
        String[] change = {"flags", "change", "--file", file.toString(), "--env", "production", "--base", "" + seen};

        String[] tried = {"flags", "change", "--file", file.toString(), "--env", "production", "--dry-run"};
        assertThat(here.lines(tried)).last().isEqualTo("Nothing was changed, because this is a dry run.");
        assertThat(here.lines(change)).anyMatch(line -> line.contains("enabled: false → true"));
        assertThat(here.lines("flags", "get", "checkout", "--env", "production"))
                .anyMatch(line -> line.contains("Swedes") && line.contains("country"));

        assertThat(here.refusal(1, change)).contains("(409)", "  checkout/enabled: ");

        here.lines("flags", "off", "checkout", "--env", "production");
        JsonNode history = here.json("flags", "history", "checkout", "--env", "production");
        assertThat(history.path("items")).hasSize(3);
        long before = seen;
        long after = history.at("/items/0/revision").asLong();
        assertThat(here.lines("flags", "history", "--env", "production", "--limit", "2"))
                .hasSize(3);
        assertThat(here.lines("flags", "compare", "production@" + before, "production@" + after))
                .anyMatch(line -> line.matches("flag checkout +changed +rules .*Swedes.*"));
        assertThat(here.json("flags", "compare", "production", "production").path("flags"))
                .isEmpty();
    }

    @Test
    void aFlagIsPromotedCopiedKilledAndRestored() {
        here.lines("flags", "create", "checkout");
        here.lines("flags", "on", "checkout", "--env", "staging");
        long before = here.json("environments", "list").at("/0/revision").asLong();
        String production =
                here.json("environments", "list").at("/0/key").asText().equals("production") ? "production" : "";
        assertThat(production).isNotEmpty();

        String[] promotion = {"flags", "promote", "checkout", "--from", "staging", "--to", "production"};
        assertThat(here.lines("flags", "promote", "--from", "staging", "--to", "production", "--dry-run"))
                .last()
                .isEqualTo("Nothing was changed, because this is a dry run.");
        assertThat(here.lines(promotion))
                .contains("  flag state checkout in production, enabled: false → true")
                .anyMatch(
                        line -> line.contains("of those who match no rule in production: another variant of checkout"))
                .last()
                .asString()
                .matches("Changed: revision \\d+ of production\\.");
        assertThat(here.lines(promotion)).last().isEqualTo("Nothing was changed: it was so already.");

        here.lines("flags", "copy", "checkout", "till", "--enabled", "--reason", "a second till");
        assertThat(here.json("flags", "get", "till", "--env", "production")
                        .path("enabled")
                        .asBoolean())
                .isTrue();

        assertThat(here.lines("flags", "kill", "checkout", "--restore-after", "5", "--ticket", "OPS-1"))
                .contains("Turn \"checkout\" off in production", "Turn \"checkout\" off in staging")
                .last()
                .asString()
                .startsWith("It turns on again at ");
        assertThat(here.lines("flags", "versions", "checkout", "--env", "production"))
                .anyMatch(line -> line.matches("\\d+ .* off +Turn \"checkout\" off in production.*OPS-1"));
        assertThat(here.lines("flags", "versions", "till"))
                .hasSize(2)
                .last()
                .asString()
                .contains("a second till");

        here.lines("flags", "restore", "checkout", "--env", "production", "--revision", "" + (before + 1));
        assertThat(here.json("flags", "get", "checkout", "--env", "production")
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(here.refusal(1, "flags", "kill", "checkout", "--restore-after", "1"))
                .contains("(400)", "restoreAfterMinutes");
        assertThat(here.refusal(2, "flags", "restore", "checkout")).contains("--project-revision");
    }

    @Test
    void aChangeIsReadFromStandardInput() {
        here.lines("flags", "create", "checkout");

        CommandClient.Outcome outcome = here.runWithInput(
                "{\"changes\":[{\"type\":\"rename\",\"flag\":\"checkout\",\"name\":\"Till\"}]}",
                "flags",
                "change",
                "--file",
                "-");

        assertThat(outcome.exitCode()).describedAs(outcome.toString()).isZero();
        assertThat(here.json("flags", "get", "checkout").path("name").asText()).isEqualTo("Till");
        assertThat(here.runWithInput("{", "flags", "change", "--file", "-").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aKeyIsShownOnceOpensTheHubFromElsewhereAndIsRevoked() {
        JsonNode created = here.json("keys", "create", "ci of a shell", "--kind", "admin");
        String secret = created.path("secret").asText();
        String id = created.path("id").asText();
        String url = installation.quickstart().hubUrl();
        CommandClient elsewhere = CommandClient.elsewhere(directory).with("JACKSTAFF_TOKEN", secret);

        assertThat(elsewhere.lines("environments", "list", "--url", url, "--project", PROJECT))
                .anyMatch(line -> line.startsWith("production "));
        elsewhere.with("JACKSTAFF_URL", url).with("JACKSTAFF_PROJECT", PROJECT);
        assertThat(elsewhere.lines("flags", "list")).isEmpty();
        assertThat(here.run("keys", "list").out()).contains(id, "ci of a shell").doesNotContain(secret);
        assertThat(here.lines("keys", "create", "web", "--kind", "server", "--env", "production"))
                .hasSize(3);
        assertThat(here.json("keys", "list", "--project", PROJECT)).hasSize(1);

        here.lines("keys", "revoke", id);

        assertThat(elsewhere.refusal(1, "flags", "list")).contains("(401)").doesNotContain(secret);
        assertThat(elsewhere
                        .with("JACKSTAFF_TOKEN", hub.token())
                        .run("flags", "list")
                        .exitCode())
                .describedAs("the token of a login")
                .isZero();
    }

    @Test
    void aHubThatIsNotThereAndOneWithoutACredentialAreNamed() {
        String nowhere = "http://127.0.0.1:" + TestPorts.unused();
        CommandClient elsewhere = CommandClient.elsewhere(directory);

        assertThat(here.with("JACKSTAFF_TOKEN", "x").refusal(1, "audit", "--url", nowhere))
                .contains(nowhere + " does not answer");
        assertThat(elsewhere.refusal(1, "audit")).contains("No hub is named");
        assertThat(elsewhere.refusal(1, "audit", "--url", nowhere)).contains("JACKSTAFF_TOKEN is not set");
    }

    @Test
    void whatIsUnknownIsRefused() {
        assertThat(here.refusal(1, "flags", "get", "no-such-flag")).contains("no-such-flag", "(404)");
        assertThat(here.refusal(1, "flags", "on", "no-such-flag", "--env", "production"))
                .contains("no-such-flag");
        assertThat(here.refusal(1, "flags", "list", "--project", "no-such-project"))
                .contains("no-such-project");
        assertThat(here.refusal(2, "flags", "list", "--nothing")).contains("There is no option --nothing.");
        assertThat(here.refusal(2, "flags", "explode")).contains("There is no command \"explode\". Commands: list, ");
        assertThat(CommandClient.of(installation).refusal(2, "flags", "list"))
                .contains("name a project with --project or JACKSTAFF_PROJECT", PROJECT);
    }

    @Test
    void segmentsAndEnvironmentsAreManaged() {
        String condition = "{\"attribute\":\"country\",\"operator\":\"IN\",\"values\":[\"SE\"]}";
        here.lines("segments", "create", "swedes", "--condition", condition);
        here.lines("segments", "update", "swedes", "--name", "Swedish");
        assertThat(here.json("segments", "get", "swedes").path("name").asText()).isEqualTo("Swedish");
        assertThat(here.lines("segments", "get", "swedes")).anyMatch(line -> line.contains("\"SE\""));
        assertThat(here.lines("segments", "list")).hasSize(2);
        here.lines("segments", "delete", "swedes");
        assertThat(here.run("segments", "list"))
                .isEqualTo(new CommandClient.Outcome(0, "", "There are no segments.\n"));

        here.lines("environments", "create", "quality");
        assertThat(here.json("environments", "list")).hasSize(4);
        here.lines("keys", "create", "of quality", "--kind", "server", "--env", "quality");
        assertThat(here.refusal(1, "environments", "delete", "quality")).contains("(409)");
        here.lines("environments", "delete", "quality", "--force");
        assertThat(here.json("environments", "list")).hasSize(3);
        assertThat(here.lines("projects", "list")).anyMatch(line -> line.contains("From a shell"));
        here.lines("projects", "delete", PROJECT, "--force");
    }

    @Test
    void usersAreManagedAndTheAuditTrailIsRead() {
        String email = "shell-" + System.nanoTime() + "@example.org";
        CommandClient.Outcome created = here.runWithInput(
                "correct horse battery\n", "users", "create", email, "--role", "viewer", "--password-stdin");
        assertThat(created.exitCode()).describedAs(created.toString()).isZero();
        assertThat(hub.tokenOf(email, "correct horse battery")).isNotEmpty();

        here.lines("users", "update", email, "--role", "editor", "--active", "false");

        assertThat(here.lines("users", "list"))
                .anyMatch(line -> line.startsWith(email + " ") && line.matches(".* editor +no .*"));
        assertThat(here.refusal(2, "users", "create", email, "--role", "viewer"))
                .contains("--password-stdin");
        assertThat(here.lines("audit", "--limit", "3")).hasSize(4).anyMatch(line -> line.contains(email));
        assertThat(here.json("audit", "--project", PROJECT, "--all").path("items"))
                .allMatch(entry -> entry.path("project").asText().equals(PROJECT));
    }
}
