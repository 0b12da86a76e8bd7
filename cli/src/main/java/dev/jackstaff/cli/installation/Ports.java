package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.LoopbackPort;
import java.net.URI;

/**
 * The ports of an installation, all on loopback. The database's port and the one for the hub's administration are picked
 * when they are not given.
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
