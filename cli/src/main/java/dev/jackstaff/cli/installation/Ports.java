package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.LoopbackPort;
import java.net.URI;

/**
 * The ports of an installation, all on loopback. The port of the database is picked automatically if it is not configured.
 */
public record Ports(
        LoopbackPort hub, LoopbackPort edge, LoopbackPort hubGrid, LoopbackPort edgeGrid, LoopbackPort database) {
    public URI hubUrl() {
        return URI.create("http://127.0.0.1:" + hub);
    }

    public URI edgeUrl() {
        return URI.create("http://127.0.0.1:" + edge);
    }
}
