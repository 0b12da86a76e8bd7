package dev.jackstaff.cli.payara;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An installed Java that runs servers.
 *
 * @param feature the first number of its version
 * @param build a text that is another one for each build of Java
 */
public record JavaRuntime(Path home, int feature, String build) {
    private static final String EDGE_HOME = "JACKSTAFF_EDGE_JAVA_HOME";
    private static final int OLDEST = 17;
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)[^\"]*\"");

    /** The Java that runs this command. */
    public static JavaRuntime current() {
        Path home = Path.of(System.getProperty("java.home"));
        try {
            return at(home);
        } catch (IOException withoutReleaseFile) {
            Runtime.Version version = Runtime.version();
            return new JavaRuntime(home, version.feature(), version.toString());
        }
    }

    /** The Java for edges: the configured one, else the one that runs this command. */
    static JavaRuntime ofEdges(Map<String, String> environment) {
        String configured = environment.getOrDefault(EDGE_HOME, "").strip();
        if (configured.isEmpty()) {
            return current();
        }
        try {
            JavaRuntime java = at(Path.of(configured).toAbsolutePath());
            if (java.feature >= OLDEST) {
                return java;
            }
            throw new CommandFailedException(EDGE_HOME + " is " + configured + ", a Java " + java.feature
                    + ", which is too old. " + "Set it to the directory of a Java 17 or newer.");
        } catch (IOException none) {
            throw new CommandFailedException(
                    EDGE_HOME + " is " + configured + ", but there is no Java in it (" + none.getMessage()
                            + "). Set it to the directory of a Java 17 or newer.",
                    none);
        }
    }

    /** The Java in a directory. */
    public static JavaRuntime at(Path home) throws IOException {
        Path file = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(file)) {
            throw new IOException("bin/java or release is missing");
        }
        String release = Files.readString(file);
        Matcher version = VERSION.matcher(release);
        if (!version.find()) {
            throw new IOException("release names no version");
        }
        return new JavaRuntime(home, Integer.parseInt(version.group(1)), release);
    }

    String executable() {
        return home.resolve("bin").resolve("java").toString();
    }
}
