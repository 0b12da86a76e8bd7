package dev.jackstaff.cli.payara;

import java.nio.file.Path;

/** The Java that runs this command, which also runs the servers. */
final class JavaExecutable {
    private JavaExecutable() {}

    static String path() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
