package dev.jackstaff.cli.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.installation.Ports;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void aTakenPortIsNamedWithWhatToSet() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortCheck check = new PortCheck(portsWithHub(new LoopbackPort(other.getLocalPort())));

            assertThatThrownBy(() -> check.requireFree(EnumSet.allOf(ProcessRole.class)))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageStartingWith("Port " + other.getLocalPort() + " (hub) is taken")
                    .hasMessageContaining("JACKSTAFF_HUB_PORT=");
        }
    }

    @Test
    void thePortOfAProcessThatRunsAlreadyIsNoConflict() throws IOException {
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortCheck check = new PortCheck(portsWithHub(new LoopbackPort(own.getLocalPort())));

            assertThatCode(() -> check.requireFree(Set.of(ProcessRole.EDGE))).doesNotThrowAnyException();
        }
    }

    private static Ports portsWithHub(LoopbackPort hub) throws IOException {
        return new Ports(
                hub, LoopbackPort.unused(), LoopbackPort.unused(), LoopbackPort.unused(), LoopbackPort.unused());
    }
}
