package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.InstallationSettings;
import dev.jackstaff.cli.installation.Ports;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.util.List;
import java.util.Set;

/** The check that required ports are free before a start. */
record PortCheck(Ports ports) {
    /** Fails if a port of these roles is taken; the message names the setting. */
    void requireFree(Set<ProcessRole> roles) {
        List<RequiredPort> needs = List.of(
                new RequiredPort(ProcessRole.HUB, "hub", ports.hub(), InstallationSettings.HUB_PORT),
                new RequiredPort(
                        ProcessRole.HUB, "hub's data grid", ports.hubGrid(), InstallationSettings.HUB_GRID_PORT),
                new RequiredPort(ProcessRole.EDGE, "edge", ports.edge(), InstallationSettings.EDGE_PORT),
                new RequiredPort(
                        ProcessRole.EDGE, "edge's data grid", ports.edgeGrid(), InstallationSettings.EDGE_GRID_PORT),
                new RequiredPort(ProcessRole.POSTGRES, "database", ports.database(), InstallationSettings.DB_PORT));
        List<RequiredPort> taken = needs.stream()
                .filter(need -> roles.contains(need.role()) && !need.port().isFree())
                .toList();
        if (!taken.isEmpty()) {
            throw new CommandFailedException(taken.stream()
                    .map(RequiredPort::message)
                    .reduce((one, next) -> one + "\n" + next)
                    .orElseThrow());
        }
    }

    private record RequiredPort(ProcessRole role, String usedBy, LoopbackPort port, String variable) {
        String message() {
            return "Port " + port + " (" + usedBy
                    + ") is taken by another program. Stop that program, or choose another"
                    + " port: " + variable + "=" + (port.number() < 60_000 ? port.number() + 1000 : 10_000)
                    + " ./jackstaff up";
        }
    }
}
