package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.LoopbackPort;
import java.net.URI;

/**
 * The ports of an installation, all on loopback. The ports of the database and of the hub's administration are picked
 * automatically if they are not configured.
 */
public record Ports(
        LoopbackPort hub,
        LoopbackPort edge,
        LoopbackPort hubGrid,
        LoopbackPort edgeGrid,
        LoopbackPort asadmin,
        LoopbackPort database) {
    public URI hubUrl() {
        return URI.create("http://127.0.0.1:" + hub);
    }

    public URI edgeUrl() {
        return URI.create("http://127.0.0.1:" + edge);
    }
}
