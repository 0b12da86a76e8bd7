package dev.jackstaff.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a running installation shows to the outside is what was recorded: answers of routes, measurements, output of the
 * command, files on disk. A change that is meant is recorded with {@code -Djackstaff.surface.record=true}.
 */
@UsesSharedStack
class SurfaceST {
    private static final Pattern SAMPLE = Pattern.compile("(jackstaff_\\w+)(?:\\{(.*)})? .*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private static SurfaceProject project;

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;

    SurfaceST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
    }

    @BeforeAll
    static void createProject(StackUnderTest installation) {
        project = new SurfaceProject(installation);
        project.create();
    }

    @Test
    void theHubAnswersAsRecorded() {
        check("hub-routes", "hub.requests", quickstart.hubUrl());
    }

    @Test
    void theEdgeAnswersAsRecorded() {
        check("edge-routes", "edge.requests", quickstart.edgeUrl());
    }

    private static void check(String golden, String catalogue, String server) {
        SurfaceClient client = new SurfaceClient(server, project.values());
        String answers = client.describeAll(catalogue);
        new GoldenFile(golden).check(answers);
        client.files().forEach((name, body) -> new GoldenFile(name).check(body));
    }

    @Test
    void theEdgeMeasuresWhatIsRecorded() {
        String body = Curl.of(quickstart.edgeUrl())
                .withKey(project.values().fill("${EDGE}"))
                .get("/metrics")
                .body();
        Map<String, TreeSet<String>> labels = new TreeMap<>();
        Map<String, String> described = new TreeMap<>();
        for (String line : body.lines().toList()) {
            Matcher sample = SAMPLE.matcher(line);
            if (line.matches("# (HELP|TYPE) jackstaff_.*")) {
                described.merge(line.split(" ", -1)[2], line, (help, type) -> help + "\n" + type);
            } else if (sample.matches()) {
                TreeSet<String> names = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
                LABEL.matcher(sample.group(2) == null ? "" : sample.group(2))
                        .results()
                        .forEach(label -> names.add(label.group(1)));
            }
        }
        StringBuilder text = new StringBuilder();
        described.values().forEach(lines -> text.append(lines).append('\n'));
        labels.forEach((name, names) -> text.append(name).append(names).append('\n'));

        new GoldenFile("metrics").check(text.toString());
    }

    @Test
    void theCommandSaysWhatIsRecorded() {
        project.createForCommand();
        String text = SurfaceRequest.text("command.arguments").lines().toList().parallelStream()
                .map(this::section)
                .collect(Collectors.joining());

        new GoldenFile("command").check(text);
    }

    private String section(String arguments) {
        StackUnderTest.Outcome outcome = installation.run(arguments.split(" ", -1));
        return GoldenFile.SECTION + arguments + "\n-> " + outcome.exitCode() + "\n"
                + normalized(outcome.output()).stripTrailing() + "\n";
    }

    private String normalized(String output) {
        return project.values()
                .normalize(output)
                .replace(installation.home().toString(), "<home>")
                .replaceAll("(?m)^(postgres|hub|edge)( +\\S+ +pid +)\\d+ *", "$1$2<n> ")
                .replaceAll("(port|grid|asadmin) \\d+", "$1 <port>")
                .replaceAll("revision \\d+", "revision <n>");
    }

    @Test
    void theEdgeKeepsWhatIsRecorded() {
        BackupDirectory directory = new BackupDirectory(installation.home().resolve("edge/data"));

        // it numbers its batches of usage once it has something to count
        OfrepClient.of(installation).evaluate("beta-reports");
        await().atMost(Duration.ofSeconds(30)).until(() -> directory
                .describe("surface/production", project.values())
                .contains("sequence"));

        new GoldenFile("backup").check(directory.describe("surface/production", project.values()));
    }
}
