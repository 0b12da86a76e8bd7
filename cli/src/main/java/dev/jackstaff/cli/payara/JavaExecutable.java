package dev.jackstaff.cli.payara;

import java.nio.file.Path;

/** The Java executable that runs this command, also used for the servers. */
final class JavaExecutable {
    private JavaExecutable() {}

    static String path() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
