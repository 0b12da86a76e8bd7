package dev.jackstaff.cli.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An edge whose server is unpacked already, as in the container image.
 *
 * @param directory has {@code edge.jvm-options}, {@code classes.jsa}, the unpacked server in {@code root} and the WAR
 */
record InstalledEdge(Path directory) {
    /** The arguments of Java, in that directory: the archive of classes names the server relative to it. */
    List<String> arguments(EdgeStart start) throws IOException {
        List<String> arguments = new ArrayList<>(ArgumentFile.read(directory.resolve("edge.jvm-options")));
        arguments.add("-XX:SharedArchiveFile=classes.jsa");
        arguments.addAll(start.systemProperties());
        arguments.addAll(List.of("-jar", "root/launch-micro.jar"));
        arguments.addAll(List.of("--nohazelcast", "--disablephonehome"));
        arguments.addAll(List.of("--prebootcommandfile", "edge-pre-boot.asadmin"));
        if (start.json()) {
            arguments.addAll(List.of("--logproperties", "edge-logging-json.properties"));
        }
        arguments.addAll(List.of("--port", Integer.toString(start.port())));
        arguments.addAll(List.of("--deploy", "jackstaff-edge.war", "--contextroot", "/"));
        return arguments;
    }
}
