package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.testprocess.MachineSpeed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The command: what it starts it also ends, whatever happens in between. Runs an installation of its own. */
@Isolated("it measures")
class CommandLifecycleST {
    private static final double SECOND_UP_SECONDS = 60;

    /** The second start has its logs in JSON; after every secret there is was used, none is in them. */
    @Test
    void everythingStartedIsStoppedAndStartedAgainAndNoLogTellsASecret() throws IOException {
        try (StackUnderTest installation = StackUnderTest.fromNothing("lifecycle")) {
            long begun = System.nanoTime();
            installation.runSuccessfully("up", "--detach");
            RunReport.print("first up --detach, from nothing: %.1f s", seconds(begun));
            List<ProcessHandle> first = processes(installation);
            QuickstartFile before = installation.quickstart();
            assertThat(installation.run("health").exitCode()).isZero();
            assertThat(installation.run("ready").exitCode()).isZero();

            installation.runSuccessfully("down");

            assertEnded(first);
            assertThat(installation.ports()).noneMatch(CommandLifecycleST::listens);
            assertThat(installation.run("health").exitCode()).isEqualTo(1);

            installation.setEnvironment("JACKSTAFF_LOG_FORMAT", "json");
            double seconds = secondUp(installation);
            RunReport.print("second up --detach: %.1f s", seconds);
            assertThat(seconds).isLessThan(SECOND_UP_SECONDS * MachineSpeed.slowdown());
            assertThat(installation.quickstart()).isEqualTo(before);
            List<ProcessHandle> second = processes(installation);
            InstallationLogs logs = InstallationLogs.whenAllSecretsWereUsed(installation);
            logs.assertJson();

            installation.runSuccessfully("down");

            assertEnded(second);
            assertThat(installation.ports()).noneMatch(CommandLifecycleST::listens);
            logs.assertNoSecret();
        }
    }

    /** One that takes too long may have been somebody else's fault: then another one counts. */
    private static double secondUp(StackUnderTest installation) {
        long begun = System.nanoTime();
        installation.runSuccessfully("up", "--detach");
        if (seconds(begun) >= SECOND_UP_SECONDS) {
            installation.runSuccessfully("down");
            begun = System.nanoTime();
            installation.runSuccessfully("up", "--detach");
        }
        return seconds(begun);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    @Test
    void aTakenPortIsNamedAndNothingIsLeftBehind() throws IOException {
        try (StackUnderTest installation = StackUnderTest.in("port-taken");
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            installation.setEnvironment("JACKSTAFF_HUB_PORT", Integer.toString(taken.getLocalPort()));

            StackUnderTest.Outcome outcome = installation.up();

            assertThat(outcome.exitCode()).isNotZero();
            assertThat(outcome.output())
                    .contains(Integer.toString(taken.getLocalPort()))
                    .contains("JACKSTAFF_HUB_PORT")
                    .doesNotContain("Exception");
            assertThat(strays(installation)).isEmpty();
        }
    }

    @Test
    void anInterruptStopsEverything(@TempDir Path directory) throws Exception {
        try (StackUnderTest installation = StackUnderTest.in("interrupted")) {
            Path output = directory.resolve("up.out");
            Process up = installation.start(output, "up");
            await().atMost(120, TimeUnit.SECONDS)
                    .until(() -> Files.exists(installation.home().resolve("state.json"))
                            && !strays(installation).isEmpty());

            up.destroy();

            assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(strays(installation))
                    .describedAs(Files.readString(output))
                    .isEmpty();
            assertThat(installation.ports()).noneMatch(CommandLifecycleST::listens);
        }
    }

    private static List<ProcessHandle> processes(StackUnderTest installation) {
        return List.of(installation.process("postgres"), installation.process("hub"), installation.process("edge"));
    }

    /** Gone, once the system has buried what ended: until then a dead process counts as alive. */
    private static void assertEnded(List<ProcessHandle> processes) {
        await().untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }

    /** Processes that run out of the installation's directory, the command itself aside. */
    private static Set<String> strays(StackUnderTest installation) {
        String home = installation.home().toString() + "/";
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(home) && !line.contains("jackstaff-cli.jar"))
                .collect(Collectors.toSet());
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
