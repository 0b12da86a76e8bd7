package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the README's section <i>Use it</i>, pasted one after the other as a newcomer does. */
@UsesSharedStack
class ReadmeST {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## Use it$(.*?)^## ");
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern DEPENDENCY = Pattern.compile("`[a-z.]+:([a-z-]+):([0-9.]+)`");
    private static final Pattern VALUE_FUNCTION = Pattern.compile("(?m)^value\\(\\) \\{.*$");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;
    private final String section;
    private final List<MatchResult> snippets;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path directory;

    ReadmeST(StackUnderTest installation) throws IOException {
        this.installation = installation;
        this.quickstart = installation.quickstart();
        this.section = SECTION.matcher(Files.readString(ServerFiles.root().resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        this.snippets = SNIPPET.matcher(section).results().toList();
    }

    @Test
    void everySnippetWorksAsPasted() throws IOException {
        Files.createSymbolicLink(
                directory.resolve("jackstaff"), ServerFiles.root().resolve("jackstaff"));
        Files.createSymbolicLink(directory.resolve(".jackstaff"), installation.home());
        try (InputStream features = ReadmeST.class.getResourceAsStream("/unleash-features.json")) {
            Files.write(directory.resolve("features.json"), features.readAllBytes());
        }

        assertThat(runShell("v1/auth/login")).contains("\"key\":\"hello\"", "\"enabled\":true");
        OfrepClient edge = OfrepClient.of(installation);
        await().until(() -> edge.evaluate("hello").value());
        assertThat(runShell("ofrep/v1/evaluate/flags/hello")).contains("\"value\":true");
        assertThat(runJava()).isEqualTo("hello is on");
        assertThat(runShell("jackstaff flags"))
                .containsPattern("production +on")
                .containsPattern("staging +on");
        assertThat(runShell("jackstaff import")).containsPattern("\\d+ (flags|features)");
        assertThat(runShell("jackstaff explain")).contains("plan is one of pro", "bucket");
        assertThat(runShell("jackstaff export")).contains(" 0 left out");
        assertThat(new ObjectMapper()
                        .readTree(directory.resolve("features.json").toFile())
                        .path("features"))
                .isNotEmpty();
        assertThat(snippets).describedAs("all of them").hasSize(7);
    }

    /** Runs the shell snippet with this text, and returns all that it prints. */
    private String runShell(String text) throws IOException {
        String snippet = snippets.stream()
                .map(found -> found.group(2))
                .filter(candidate -> candidate.contains(text))
                .findFirst()
                .orElseThrow();
        String value = VALUE_FUNCTION
                .matcher(section)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        String script = "set -euo pipefail\nexport JACKSTAFF_HOME='" + installation.home() + "'\n" + value + "\n"
                + addressed(snippet);
        return run(List.of("bash", "-c", script));
    }

    /** Compiles the Java snippet with the versions that the README names, and runs it to its end. */
    private String runJava() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        List<String> jars = DEPENDENCY
                .matcher(section)
                .results()
                .map(found -> found.group(1) + "-" + found.group(2) + ".jar")
                .toList();
        assertThat(jars).hasSize(2).allMatch(classPath::contains);
        String source = snippets.stream()
                .filter(found -> found.group(1).equals("java"))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow();
        Path file = Files.writeString(directory.resolve("Hello.java"), addressed(source));

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", directory.toString(), file.toString());

        assertThat(compiled).isZero();
        List<String> lines = run(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        directory + System.getProperty("path.separator") + classPath,
                        "Hello",
                        quickstart.serverKey()))
                .lines()
                .toList();
        return lines.get(lines.size() - 1);
    }

    private String run(List<String> command) throws IOException {
        Path log = directory.resolve("output");
        int exitCode = new ExternalCommand(directory, log, new ArrayList<>(command)).run(LIMIT);
        String output = Files.readString(log);
        assertThat(exitCode).describedAs(output).isZero();
        assertThat(output.toLowerCase(Locale.ROOT)).doesNotContain("\"status\":4", "command not found");
        return output;
    }

    /** The snippet for the ports of the stack under test. */
    private String addressed(String snippet) {
        return snippet.replace("127.0.0.1:8080", URI.create(quickstart.hubUrl()).getAuthority())
                .replace("127.0.0.1:8081", URI.create(quickstart.edgeUrl()).getAuthority());
    }
}
