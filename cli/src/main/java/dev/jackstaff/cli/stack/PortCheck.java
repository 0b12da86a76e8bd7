package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.Ports;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.installation.Settings;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.terminal.Failure;
import java.util.List;
import java.util.Set;

/** The ports that must be free before anything is started. */
record PortCheck(Ports ports) {
    /** Refuses when a port that one of the roles needs is taken, and says what to set. */
    void refuseTaken(Set<Role> roles) {
        List<Need> needs = List.of(
                new Need(Role.HUB, "hub", ports.hub(), Settings.HUB_PORT),
                new Need(Role.HUB, "hub's data grid", ports.hubGrid(), Settings.HUB_GRID_PORT),
                new Need(Role.EDGE, "edge", ports.edge(), Settings.EDGE_PORT),
                new Need(Role.EDGE, "edge's data grid", ports.edgeGrid(), Settings.EDGE_GRID_PORT),
                new Need(Role.POSTGRES, "database", ports.database(), Settings.DB_PORT));
        List<Need> taken = needs.stream()
                .filter(need -> roles.contains(need.role()) && !need.port().free())
                .toList();
        if (!taken.isEmpty()) {
            throw new Failure(taken.stream()
                    .map(Need::sentence)
                    .reduce((one, next) -> one + "\n" + next)
                    .orElseThrow());
        }
    }

    private record Need(Role role, String user, LoopbackPort port, String variable) {
        String sentence() {
            return "Port " + port + " (" + user + ") is taken by another program. End that program, or choose another"
                    + " port: " + variable + "=" + (port.number() < 60_000 ? port.number() + 1000 : 10_000)
                    + " ./jackstaff up";
        }
    }
}
