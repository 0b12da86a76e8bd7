package dev.jackstaff.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.process.ProcessIdentity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstallationStateTest {
    private static final InstallationSecrets SECRETS =
            new InstallationSecrets("one", "two \"quoted\"", "three", "four", "five", "six");
    private static final Ports PORTS = new Ports(port(1), port(2), port(3), port(4), port(5));

    @Test
    void whatIsWrittenIsReadAgain() {
        InstallationState state = aState().withProcess(ProcessRole.HUB, new ProcessIdentity(4711, "boot/99"));

        assertThat(InstallationState.fromJson(state.toJson())).isEqualTo(state);
    }

    @Test
    void aStateOfAnEarlierVersionGetsTheSecretsThatItHasNot() {
        String json = aState().toJson()
                .replaceFirst(",\\s*\"grid\"\\s*:\\s*\"four\"", "")
                .replaceFirst(",\\s*\"worker\"\\s*:\\s*\"five\"", "")
                .replaceFirst(",\\s*\"audit\"\\s*:\\s*\"six\"", "");
        InstallationState earlier = InstallationState.fromJson(json);

        assertThat(earlier.secrets().gridSecret()).isEmpty();
        assertThat(earlier.secrets().completed().gridSecret()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(earlier.secrets().completed().auditSecret()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(earlier.secrets().completed().workerPassword()).isNotEmpty();
        assertThat(earlier.secrets().completed().adminPassword()).isEqualTo("one");
        assertThat(SECRETS.completed()).isEqualTo(SECRETS);
    }

    @Test
    void aProcessThatEndedDoesNotRun() {
        InstallationState state = aState().withProcess(
                        ProcessRole.EDGE,
                        new ProcessIdentity(ProcessIdentity.current().pid(), "earlier"));

        assertThat(state.runningProcess(ProcessRole.EDGE)).isEmpty();
    }

    @Test
    void aProcessTakenOutIsForgotten() {
        InstallationState state = aState().withProcess(ProcessRole.EDGE, ProcessIdentity.current());

        assertThat(state.runningProcess(ProcessRole.EDGE)).contains(ProcessIdentity.current());
        assertThat(state.withoutProcess(ProcessRole.EDGE)).isEqualTo(aState());
    }

    private static InstallationState aState() {
        return new InstallationState(
                "grid", PORTS, DatabaseSettings.bundled(PORTS.database(), SECRETS), SECRETS, Map.of());
    }

    private static LoopbackPort port(int number) {
        return new LoopbackPort(number);
    }
}
