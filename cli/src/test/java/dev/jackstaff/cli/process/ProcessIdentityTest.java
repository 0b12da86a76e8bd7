package dev.jackstaff.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        started.forEach(process -> process.destroyForcibly().onExit().join());
    }

    @Test
    void thisProcessIsAlive() {
        assertThat(ProcessIdentity.current().isAlive()).isTrue();
    }

    @Test
    void aNumberGivenToAnotherProcessSinceIsNotTheProcess() {
        ProcessIdentity self = ProcessIdentity.current();

        ProcessIdentity earlier = new ProcessIdentity(self.pid(), self.start() + "0");

        assertThat(earlier.isAlive()).isFalse();
    }

    @Test
    void aProcessThatWasEndedIsNotAlive() throws Exception {
        ProcessIdentity process = sleeping("sleep 60");

        boolean byItself = TerminationSignal.TERMINATE.terminate(process, PATIENCE);

        assertThat(byItself).isTrue();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProcessThatDoesNotListenIsKilled() throws Exception {
        Process process = start("trap '' TERM; echo deaf; while :; do sleep 0.05; done");
        process.inputReader().readLine();
        ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();

        boolean byItself = TerminationSignal.TERMINATE.terminate(identity, Duration.ofMillis(200));

        assertThat(byItself).isFalse();
        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void aProcessWhoseNumberWasGivenAwayIsNotSignalled() throws Exception {
        ProcessIdentity running = sleeping("sleep 60");

        TerminationSignal.KILL.terminate(new ProcessIdentity(running.pid(), "another"), PATIENCE);

        assertThat(running.isAlive()).isTrue();
    }

    private ProcessIdentity sleeping(String script) throws IOException {
        return ProcessIdentity.of(start("exec " + script).pid()).orElseThrow();
    }

    private Process start(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        started.add(process);
        return process;
    }
}
