package dev.jackstaff.domain.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** SQL statements that stand in a file of their own. */
public final class SqlResource {
    private SqlResource() {}

    /**
     * The statement in a file beside a class, without its comments.
     *
     * @throws IllegalStateException if there is no such file
     */
    public static String read(Class<?> owner, String file) {
        try (InputStream sql = owner.getResourceAsStream(file)) {
            if (sql == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
