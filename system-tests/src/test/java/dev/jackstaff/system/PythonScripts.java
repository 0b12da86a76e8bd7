package dev.jackstaff.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Python with the packages of one list of {@code src/test/python}, installed once into the build directory, apart from those of
 * the machine. Without Python, or where the packages cannot be had, the test is skipped and says so.
 */
final class PythonScripts {
    private static final Path PROGRAMS = Path.of("src/test/python").toAbsolutePath();
    private static final Path PLACE = Path.of("target/python").toAbsolutePath();
    private static final Duration INSTALLATION_LIMIT = Duration.ofMinutes(3);

    private static final Map<String, PythonScripts> INSTALLED = new HashMap<>();

    private final Path place;
    private final String lack;

    /** @param packages a list of {@code src/test/python} */
    private PythonScripts(Path packages) {
        this.place = PLACE.resolve(packages.getFileName().toString().replace(".txt", ""));
        this.lack = install(packages);
    }

    /**
     * Tried once: what is lacking stays so for the run.
     *
     * @param packages the name of the list, without {@code .txt}
     */
    static synchronized PythonScripts with(String packages) {
        PythonScripts python =
                INSTALLED.computeIfAbsent(packages, name -> new PythonScripts(PROGRAMS.resolve(name + ".txt")));
        assumeTrue(python.lack.isEmpty(), "skipped: " + python.lack);
        return python;
    }

    /** Starts a program of {@code src/test/python}; what it writes to its standard error is a file beside the packages. */
    ScriptProcess start(String program) {
        return ScriptProcess.start(
                program,
                place,
                List.of(command("python"), "-B", PROGRAMS.resolve(program).toString()));
    }

    /** Where a command is that came with the packages. */
    String command(String name) {
        return place.resolve("bin").resolve(name).toString();
    }

    /** Says what is lacking; empty for nothing. */
    private String install(Path packages) {
        try {
            Files.createDirectories(PLACE);
            Path installed = place.resolve("installed.txt");
            String wanted = Files.readString(packages);
            if (Files.isExecutable(Path.of(command("python")))
                    && Files.exists(installed)
                    && Files.readString(installed).equals(wanted)) {
                return "";
            }
            String lacking = make(packages);
            if (lacking.isEmpty()) {
                Files.writeString(installed, wanted);
            }
            return lacking;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is built: what a registry has for other machines only is not to be had here. */
    private String make(Path packages) {
        if (!run("venv", "python3", "-m", "venv", "--clear", place.toString())) {
            return "there is no Python here, with venv";
        }
        boolean done = run(
                "pip",
                command("pip"),
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--only-binary=:all:",
                "--requirement",
                packages.toString());
        return done ? "" : "the packages of src/test/python/" + packages.getFileName() + " cannot be installed here";
    }

    private static boolean run(String log, String... words) {
        return new ExternalCommand(PLACE, PLACE.resolve(log + ".log"), List.of(words)).succeeds(INSTALLATION_LIMIT);
    }
}
