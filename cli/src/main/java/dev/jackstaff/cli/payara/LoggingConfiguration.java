package dev.jackstaff.cli.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The logging configuration of a server, rewritten to log to standard output without colours. */
record LoggingConfiguration(Path file, LogFormat format) {
    /** The last three would log each event stream that ends, with warnings of CDI about the server. */
    private static final List<String> SILENT = List.of(
            "javax.enterprise.system.security.ssl",
            "org.jboss.weld.Servlet",
            "org.jboss.weld.Context",
            "org.jboss.weld.Conversation");

    void rewrite() throws IOException {
        String text = Files.readString(file)
                .replace("GFFileHandler.logtoFile=true", "GFFileHandler.logtoFile=false")
                .replace("ansiColor=true", "ansiColor=false");
        String levels =
                SILENT.stream().map(logger -> logger + ".level=SEVERE\n").collect(Collectors.joining());
        Files.writeString(file, format.applyTo(text) + "\n" + levels);
    }
}
