package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients that OpenAPI Generator makes of the hub's document compile, and make, change and evaluate a flag: the programs of {@code
 * src/test/clients}.
 */
@UsesSharedStack
@Tag("long")
class GeneratedClientsST {
    private static final Path PROGRAMS = Path.of("src/test/clients").toAbsolutePath();
    private static final Path GENERATOR =
            Path.of("target/generator/openapi-generator-cli.jar").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String PACKAGES = "invokerPackage=client,apiPackage=client.api,modelPackage=client.model";

    private final QuickstartFile quickstart;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path place;

    GeneratedClientsST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
    }

    @BeforeEach
    void fetchDocument() throws IOException {
        Files.writeString(
                place.resolve("openapi.json"),
                Curl.of(quickstart.hubUrl()).get("/openapi").body());
    }

    /** Lists that are left out are to be left out, not empty: an outcome with an empty split is none. */
    @Test
    void theJavaClientMakesAndEvaluatesAFlag() throws IOException {
        generate(
                "java",
                "java",
                "--library",
                "native",
                "--additional-properties",
                PACKAGES + ",useJakartaEe=true,openApiNullable=false,containerDefaultToNull=true");
        List<String> sources =
                new ArrayList<>(List.of(PROGRAMS.resolve("GeneratedClient.java").toString()));
        try (Stream<Path> files = Files.walk(place.resolve("java/src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(sources::add);
        }
        Files.write(place.resolve("sources"), sources);
        String libraries = System.getProperty("java.class.path");

        run("javac", "javac", "-nowarn", "-proc:none", "-d", "classes", "-cp", libraries, "@sources");
        assertThat(run(
                        "java",
                        withArguments("java", "-cp", "classes" + File.pathSeparator + libraries, "GeneratedClient")))
                .endsWith("done\n");
    }

    @Test
    void theTypeScriptClientMakesAndEvaluatesAFlag() throws IOException {
        generate("typescript-fetch", "client");
        Path compiler = NodeScripts.packagePath("typescript").resolve("bin/tsc");
        for (String file : List.of("generated-client.ts", "tsconfig.json")) {
            Files.copy(PROGRAMS.resolve(file), place.resolve(file));
        }

        run("tsc", "node", compiler.toString(), "-p", ".");
        assertThat(run("node", withArguments("node", "out/generated-client.js")))
                .endsWith("done\n");
    }

    private void generate(String generator, String directory, String... options) {
        List<String> words = new ArrayList<>(List.of(
                "java",
                "-jar",
                GENERATOR.toString(),
                "generate",
                "-i",
                "openapi.json",
                "-g",
                generator,
                "-o",
                directory));
        words.addAll(List.of(options));
        run("generate-" + generator, words.toArray(String[]::new));
    }

    private String[] withArguments(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                quickstart.hubUrl(),
                quickstart.adminEmail(),
                quickstart.adminPassword(),
                "generated-" + Long.toString(System.nanoTime(), Character.MAX_RADIX)));
        return all.toArray(String[]::new);
    }

    /** Runs a program to its end, which must be a good one; answers what it printed. */
    private String run(String name, String... words) {
        Path log = place.resolve(name + ".log");
        int exit = new ExternalCommand(place, log, List.of(words)).run(LIMIT);
        String printed = read(log);
        assertThat(exit).describedAs("%s: %s", name, printed).isZero();
        return printed;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
