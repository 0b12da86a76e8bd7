package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.ProcessArguments;
import dev.jackstaff.cli.process.ProcessIdentity;
import java.util.List;
import java.util.Optional;

/**
 * The orphan processes of an installation: started, but not recorded because the command was killed. Recognised by an
 * argument that names a file of the installation.
 */
record OrphanProcesses(InstallationHome home) {
    List<ProcessIdentity> inRole(ProcessRole role) {
        String mark = identifyingArgument(role);
        return ProcessHandle.allProcesses()
                .filter(process -> ProcessArguments.of(process).values().contains(mark))
                .map(process -> ProcessIdentity.of(process.pid()))
                .flatMap(Optional::stream)
                .toList();
    }

    private String identifyingArgument(ProcessRole role) {
        return switch (role) {
            case POSTGRES -> home.postgresDirectory().resolve("data").toString();
            case HUB -> "@" + home.payaraDirectory().resolve("hub.jvm-options");
            case EDGE -> "@" + home.edgeDirectory().resolve("edge.jvm-options");
        };
    }
}
