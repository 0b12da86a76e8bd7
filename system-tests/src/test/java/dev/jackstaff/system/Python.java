package dev.jackstaff.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Python with the packages of one list of {@code src/test/python}, installed once into the build directory, apart from those of
 * the machine. Without Python, or where the packages cannot be had, the test is skipped and says so.
 */
final class Python {
    private static final Path PROGRAMS = Path.of("src/test/python").toAbsolutePath();
    private static final Path PLACE = Path.of("target/python").toAbsolutePath();
    private static final Duration INSTALLATION_LIMIT = Duration.ofMinutes(3);

    private final Path place;

    private Python(Path place) {
        this.place = place;
    }

    /** @param packages the name of the list, without {@code .txt} */
    static synchronized Python with(String packages) {
        Python python = new Python(PLACE.resolve(packages));
        python.install(PROGRAMS.resolve(packages + ".txt"));
        return python;
    }

    /** Starts a program of {@code src/test/python}; what it writes to its standard error is a file beside the packages. */
    Conversation start(String program) {
        return Conversation.with(
                program,
                place,
                List.of(command("python"), "-B", PROGRAMS.resolve(program).toString()));
    }

    /** Where a command is that came with the packages. */
    String command(String name) {
        return place.resolve("bin").resolve(name).toString();
    }

    private void install(Path packages) {
        try {
            Files.createDirectories(PLACE);
            Path installed = place.resolve("installed.txt");
            String wanted = Files.readString(packages);
            if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
                make(packages);
                Files.writeString(installed, wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is built: what a registry has for other machines only is not to be had here. */
    private void make(Path packages) {
        assumeTrue(
                run("venv", "python3", "-m", "venv", "--clear", place.toString()),
                "skipped: there is no Python here, with venv");
        assumeTrue(
                run(
                        "pip",
                        command("pip"),
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "--only-binary=:all:",
                        "--requirement",
                        packages.toString()),
                "skipped: the packages of src/test/python/" + packages.getFileName() + " cannot be installed here");
    }

    private static boolean run(String log, String... words) {
        return new Command(PLACE, PLACE.resolve(log + ".log"), List.of(words)).succeeds(INSTALLATION_LIMIT);
    }
}
