package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.Home;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.process.Arguments;
import dev.jackstaff.cli.process.ProcessIdentity;
import java.util.List;
import java.util.Optional;

/**
 * Processes of an installation that its state does not know, because the command was killed between starting one and
 * recording it. They are known by an argument that names a file of this very installation.
 */
record Strays(Home home) {
    List<ProcessIdentity> of(Role role) {
        String mark = mark(role);
        return ProcessHandle.allProcesses()
                .filter(process -> Arguments.of(process).values().contains(mark))
                .map(process -> ProcessIdentity.of(process.pid()))
                .flatMap(Optional::stream)
                .toList();
    }

    private String mark(Role role) {
        return switch (role) {
            case POSTGRES -> home.postgres().resolve("data").toString();
            case HUB -> "@" + home.payara().resolve("hub.jvm-options");
            case EDGE -> "@" + home.edge().resolve("edge.jvm-options");
        };
    }
}
