package dev.jackstaff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandArgumentsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private String out = "";
    private String err = "";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    health --url notaurl        | --url must be a URL such as http://127.0.0.1:8081, but is "notaurl".
                    health --url _              | --url must be a URL such as http://127.0.0.1:8081, but is empty.
                    health --url ftp://a        | --url must be a URL such as http://127.0.0.1:8081, but is "ftp://a".
                    health --url http://        | --url must be a URL such as http://127.0.0.1:8081, but is "http://".
                    health --url http://a:99999 | --url must be a URL such as http://127.0.0.1:8081, but is "http://a:99999".
                    ready --url http://a:-1     | --url must be a URL such as http://127.0.0.1:8081, but is "http://a:-1".
                    ready --url ::              | --url must be a URL such as http://127.0.0.1:8081, but is "::".
                    ready --url                 | Missing required parameter for option '--edge-url' (URL)
                    logs --lines -5             | --lines must be a whole number from 0 to 2147483647, but is "-5".
                    logs --lines many           | --lines must be a whole number from 0 to 2147483647, but is "many".
                    logs --lines 99999999999    | --lines must be a whole number from 0 to 2147483647, but is "99999999999".
                    logs --lines _              | --lines must be a whole number from 0 to 2147483647, but is empty.
                    logs nope                   | The process must be hub, edge or postgres, but is "nope".
                    start nope                  | The process must be hub, edge or postgres, but is "nope".
                    stop _                      | The process must be hub, edge or postgres, but is empty.
                    up --detach=maybe           | --detach must be true or false, but is "maybe".
                    evaluate f --json=maybe     | --json must be true or false, but is "maybe".
                    evaluate f --context [1]    | --context is no JSON object: it is an array.
                    evaluate f --context 7      | --context is no JSON object: it is a number.
                    evaluate f --context null   | --context is no JSON object: it is null.
                    evaluate f --context _      | --context is no JSON object: it is empty.
                    evaluate f --context {}{}   | --context is no JSON object: it is not JSON, or nested too deeply.
                    explain f --context {a}     | --context is no JSON object: it is not JSON, or nested too deeply.
                    export nope --project p     | SYSTEM must be unleash or flagsmith, but is "nope".
                    export unleash --project p --output _ | --output must be the name of a file, but is empty.
                    import unleash _ --project p | FILE must be the name of a file, but is empty.
                    import unleash f            | Missing required option: '--project=P'
                    evaluate                    | Missing required parameter: 'FLAG'
                    evaluate a b                | There is an argument too many: "b".
                    down --now                  | There is no option --now.
                    flags                       | The command is missing. Commands: list, get, create, on, off, change, kill, copy, promote, restore, history, versions, compare.
                    keys nothing                | There is no command "nothing". Commands: list, create, rotate, revoke.
                    flags list --url a          | --url must be a URL such as http://127.0.0.1:8081, but is "a".
                    flags list --limit -1       | --limit must be a whole number from 0 to 2147483647, but is "-1".
                    flags get                   | Missing required parameter: 'FLAG'
                    flags on                    | Missing required options and parameters: '--environment=E', 'FLAG'
                    flags off checkout          | Missing required option: '--environment=E'
                    flags change                | Missing required option: '--file=FILE'
                    flags change --file f --base x | --base must be a whole number from 0, but is "x".
                    flags create f --variant big | --variant must be KEY=VALUE, but is "big".
                    flags create f --variant a={ | --variant must have a value in JSON, but is "a={".
                    flags compare production    | Missing required parameter: 'TO'
                    keys create web             | Missing required option: '--kind=KIND'
                    keys revoke                 | Missing required parameter: 'ID'
                    users create a@b.c          | Missing required option: '--role=ROLE'
                    users update a@b.c          | there is nothing to change: use --name, --role or --active.
                    users update a@b.c --active maybe | --active must be true or false, but is "maybe".
                    segments create s --condition [] | --condition is no JSON object: it is an array.
                    """)
    void everyRefusalIsASentence(String arguments, String sentence) {
        assertThat(run(arguments)).isEqualTo(2);

        assertThat(err.lines().findFirst()).hasValue("jackstaff: " + sentence);
        assertThat(err).doesNotContain("\tat ", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notaurl", "ftp://a", "http://a b", "::", "http://a:99999"})
    void anAddressInTheEnvironmentIsRefusedInASentence(String url) {
        CommandRun run = CommandRun.of(directory, Map.of("EDGE_URL", url), "health");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines().findFirst())
                .hasValue("jackstaff: EDGE_URL must be a URL such as http://127.0.0.1:8081, but is \"" + url + "\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate x/../new-checkout",
                "evaluate ..",
                "evaluate x?y",
                "evaluate x%2Fy",
                "evaluate _",
                "explain a/b",
                "explain f --project ../p",
                "explain f --environment e/../f",
                "export unleash --project p/..",
                "import unleash f --project p --environment a#b",
                "flags get ../x",
                "flags on a b/c --environment production",
                "flags history --environment ..",
                "flags list --project a/b",
                "keys revoke a/b"
            })
    void noKeyLeadsToAnotherAddress(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);

        assertThat(err).contains("but no flag, project or environment has such a key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "down",
                "status",
                "start",
                "stop",
                "edge",
                "offline",
                "logs",
                "health",
                "ready",
                "flags",
                "flags list",
                "flags get",
                "flags create",
                "flags on",
                "flags off",
                "flags change",
                "flags history",
                "flags compare",
                "segments",
                "segments list",
                "segments get",
                "segments create",
                "segments update",
                "segments delete",
                "environments",
                "environments list",
                "environments create",
                "environments delete",
                "projects",
                "projects list",
                "projects create",
                "projects delete",
                "keys",
                "keys list",
                "keys create",
                "keys revoke",
                "users",
                "users list",
                "users create",
                "users update",
                "audit",
                "evaluate",
                "explain",
                "import",
                "import unleash",
                "export",
                "help"
            })
    void everyCommandHasHelpAndAVersion(String command) {
        assertThat(run(command + " --help")).isZero();
        assertThat(out).contains("Usage: " + ("jackstaff " + command).strip());

        assertThat(run(command + " --version")).isZero();

        assertThat(out).startsWith("jackstaff ").hasLineCount(1);
        assertThat(err).isEmpty();
    }

    @Test
    void withoutArgumentsTheUsageIsShownAsAnError() {
        assertThat(run("")).isEqualTo(2);

        assertThat(err).startsWith("Usage: jackstaff ").contains("evaluate");
    }

    @Test
    void anUnknownCommandIsRefusedWithTheCommandsThatAre() {
        assertThat(run("nope")).isEqualTo(2);

        assertThat(err)
                .startsWith("jackstaff: There is no command \"nope\". Commands: ")
                .contains("evaluate");
    }

    /** Runs a command; an underscore stands for an empty argument. */
    private int run(String arguments) {
        String[] words = arguments.isBlank() ? new String[0] : arguments.strip().split(" +");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].equals("_") ? "" : words[i];
        }
        CommandRun run = CommandRun.of(directory, Map.of(), words);
        out = run.out();
        err = run.err();
        return run.exitCode();
    }
}
