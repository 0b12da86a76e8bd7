package dev.jackstaff.cli.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The logging of a server: plain text to its standard output, which is its log; nothing about certificates nobody uses. */
record LoggingConfiguration(Path file) {
    void adjust() throws IOException {
        String text = Files.readString(file)
                .replace("GFFileHandler.logtoFile=true", "GFFileHandler.logtoFile=false")
                .replace("ansiColor=true", "ansiColor=false");
        Files.writeString(file, text + "\njavax.enterprise.system.security.ssl.level=SEVERE\n");
    }
}
