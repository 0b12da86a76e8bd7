package dev.jackstaff.cli.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The logging configuration of a server, rewritten to log to standard output without colours. */
record LoggingConfiguration(Path file, LogFormat format) {
    /**
     * Levels that keep strangers from filling the log: CDI warns of the server at each event stream that ends, and Jersey has
     * a stack trace for each client that is gone before it has read its answer. Payara Micro 7 has one at each start, because it
     * looks for a cache of SLF4J that is not there.
     */
    private static final List<String> LEVELS = List.of(
            "javax.enterprise.system.security.ssl.level=SEVERE",
            "javax.enterprise.system.util.level=SEVERE",
            "org.jboss.weld.Servlet.level=SEVERE",
            "org.jboss.weld.Context.level=SEVERE",
            "org.jboss.weld.Conversation.level=SEVERE",
            "org.glassfish.jersey.server.ServerRuntime$Responder.level=OFF");

    void rewrite() throws IOException {
        String text = Files.readString(file)
                .replace("GFFileHandler.logtoFile=true", "GFFileHandler.logtoFile=false")
                .replace("ansiColor=true", "ansiColor=false");
        Files.writeString(file, format.applyTo(text) + "\n" + String.join("\n", LEVELS) + "\n");
    }
}
