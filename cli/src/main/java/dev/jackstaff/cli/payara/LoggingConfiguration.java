package dev.jackstaff.cli.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The logging configuration of a server, rewritten to log to standard output without colours. */
record LoggingConfiguration(Path file, LogFormat format) {
    void rewrite() throws IOException {
        String text = Files.readString(file)
                .replace("GFFileHandler.logtoFile=true", "GFFileHandler.logtoFile=false")
                .replace("ansiColor=true", "ansiColor=false");
        Files.writeString(file, format.applyTo(text) + "\njavax.enterprise.system.security.ssl.level=SEVERE\n");
    }
}
