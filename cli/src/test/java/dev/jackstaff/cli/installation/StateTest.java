package dev.jackstaff.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.process.ProcessIdentity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateTest {
    private static final Secrets SECRETS = new Secrets("one", "two \"quoted\"", "three");
    private static final Ports PORTS = new Ports(port(1), port(2), port(3), port(4), port(5), port(6));

    @Test
    void whatIsWrittenIsReadAgain() {
        State state = aState().with(Role.HUB, new ProcessIdentity(4711, "boot/99"));

        assertThat(State.fromJson(state.toJson())).isEqualTo(state);
    }

    @Test
    void aProcessThatEndedDoesNotRun() {
        State state = aState().with(
                        Role.EDGE, new ProcessIdentity(ProcessIdentity.current().pid(), "earlier"));

        assertThat(state.running(Role.EDGE)).isEmpty();
    }

    @Test
    void aProcessTakenOutIsForgotten() {
        State state = aState().with(Role.EDGE, ProcessIdentity.current());

        assertThat(state.running(Role.EDGE)).contains(ProcessIdentity.current());
        assertThat(state.without(Role.EDGE)).isEqualTo(aState());
    }

    private static State aState() {
        return new State("grid", PORTS, Database.own(PORTS.database(), SECRETS), SECRETS, Map.of());
    }

    private static LoopbackPort port(int number) {
        return new LoopbackPort(number);
    }
}
