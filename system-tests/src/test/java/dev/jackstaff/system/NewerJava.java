package dev.jackstaff.system;

import dev.jackstaff.cli.payara.JavaRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A Java on this machine that is new enough for Payara Micro 7. */
final class NewerJava {
    private static final int OLDEST = 21;
    private static final String VARIABLE = "JACKSTAFF_TEST_JDK";

    private NewerJava() {}

    /** That of the variable, else the one that runs the tests, else the newest one beside it. */
    static Optional<JavaRuntime> find() {
        String configured = System.getenv(VARIABLE);
        if (configured != null && !configured.isBlank()) {
            return at(Path.of(configured));
        }
        return Optional.of(JavaRuntime.current())
                .filter(java -> java.feature() >= OLDEST)
                .or(NewerJava::besideTheCurrent);
    }

    private static Optional<JavaRuntime> besideTheCurrent() {
        Path installed = JavaRuntime.current().home().resolveSibling("");
        try (Stream<Path> homes = Files.list(installed)) {
            return homes.map(NewerJava::at)
                    .flatMap(Optional::stream)
                    .max(Comparator.comparingInt(JavaRuntime::feature));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<JavaRuntime> at(Path home) {
        try {
            return Optional.of(JavaRuntime.at(home)).filter(java -> java.feature() >= OLDEST);
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
