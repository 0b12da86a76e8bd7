package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackstaff.testprocess.MachineSpeed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The console of a large installation: 5,000 flags in 20 environments, 200 segments, 100 users. How many statements each page
 * needs, how long it takes at the server, how much it is, and how much a browser gets that has nothing of it yet; then with 100
 * people at once, who have each signed in.
 */
@Isolated("it measures")
@Tag("long")
class ConsoleScaleST {
    private static final FilledProject.Size LARGE = new FilledProject.Size(5_000, 20, 200, 1, 2, 60);
    private static final FilledProject.Size SMALL = new FilledProject.Size(50, 3, 2, 1, 2, 4);
    private static final int PEOPLE = 100;
    private static final int WARM_UP = 5;
    private static final int READINGS = 40;
    private static final int ROUNDS = 3;

    /** The goals for each page. */
    private static final double P95_MILLIS = 300;

    private static final int MOST_BYTES = 200_000;
    private static final int MOST_COLD_BYTES = 400_000;

    /** By so much the live heap may differ between two rounds of all people. */
    private static final double HEAP_MEGABYTES = 8;

    private final ConsolePages large = new ConsolePages("scale", FilledProject.BUSY);
    private final ConsolePages small = new ConsolePages("small", FilledProject.BUSY);
    private final List<String> tooMuch = new ArrayList<>();

    @Test
    void everyPageOfALargeProjectIsFastAndSmall() throws Exception {
        Optional<Path> chromium = AdminBrowser.executable();
        assumeTrue(chromium.isPresent(), "no Chromium: neither CHROMIUM_PATH nor /usr/bin/chromium");
        try (StackUnderTest installation = StackUnderTest.fromNothing("console-scale")) {
            installation.runSuccessfully("up", "--detach");
            fill(installation);
            AdminSite site = AdminSite.of(installation);
            ConsoleVisitor visitor =
                    ConsoleVisitor.signIn(ConsoleVisitor.client(), site, site.email(), site.password());

            try (AdminBrowser browser = AdminBrowser.start(chromium.orElseThrow())) {
                double slowdown = MachineSpeed.slowdown();
                ColdTransfer cold = new ColdTransfer(browser, site, visitor);
                for (String page : large.common()) {
                    measure(page, visitor, slowdown, cold.bytes(page));
                }
            }
            countStatements(installation, visitor);
            crowd(installation, site);

            assertThat(tooMuch).isEmpty();
        }
    }

    private void fill(StackUnderTest installation) throws SQLException {
        FilledProject.make(installation, large.project(), LARGE);
        FilledProject.make(installation, small.project(), SMALL);
        FilledProject.addViewers(installation, PEOPLE);
    }

    private void measure(String page, ConsoleVisitor visitor, double slowdown, long cold) {
        for (int i = 0; i < WARM_UP; i++) {
            visitor.look(page);
        }
        double[] millis = new double[READINGS];
        int bytes = 0;
        for (int i = 0; i < READINGS; i++) {
            long begun = System.nanoTime();
            String seen = visitor.look(page);
            millis[i] = (System.nanoTime() - begun) / 1e6;
            bytes = seen.getBytes(StandardCharsets.UTF_8).length;
        }
        Arrays.sort(millis);
        double p95 = millis[READINGS * 95 / 100];
        RunReport.print(
                "%d flags, %d environments: %s: %.0f ms in the middle, p95 %.0f ms, %.0f kB, cold %.0f kB",
                LARGE.flags(), LARGE.environments(), page, millis[READINGS / 2], p95, bytes / 1e3, cold / 1e3);
        require(p95 <= P95_MILLIS * slowdown, page + ": p95 in ms", p95);
        require(bytes <= MOST_BYTES, page + ": bytes", bytes);
        require(cold <= MOST_COLD_BYTES, page + ": bytes with an empty cache", (double) cold);
    }

    private void require(boolean met, String figure, double reading) {
        if (!met) {
            tooMuch.add(figure + ": " + reading);
        }
    }

    private void countStatements(StackUnderTest installation, ConsoleVisitor visitor) throws SQLException {
        try (StatementLog log = StatementLog.of(installation)) {
            new PageStatements(log, visitor).assertFewAndTheSame(small.common(), large.common());
        }
    }

    /** Many people who look at one page after the other, several times; what the hub keeps does not grow with it. */
    private void crowd(StackUnderTest installation, AdminSite site) throws Exception {
        try (ConsoleCrowd crowd = ConsoleCrowd.of(site, PEOPLE)) {
            crowd.look(large.common(), 0);
            double before = LiveHeap.megabytes(installation.process("hub"));
            for (int round = 1; round <= ROUNDS; round++) {
                long begun = System.nanoTime();
                List<Double> millis = crowd.look(large.common(), round);
                double seconds = (System.nanoTime() - begun) / 1e9;
                assertThat(millis).hasSize(PEOPLE * ConsoleCrowd.PAGES_OF_EACH);
                RunReport.print(
                        "%d people at once, round %d: %.1f pages a second, %.0f ms in the middle, p95 %.0f ms; live heap"
                                + " %.1f MB before the first, %.1f MB now",
                        PEOPLE,
                        round,
                        millis.size() / seconds,
                        millis.get(millis.size() / 2),
                        millis.get(millis.size() * 95 / 100),
                        before,
                        LiveHeap.megabytes(installation.process("hub")));
            }
            double after = LiveHeap.megabytes(installation.process("hub"));
            require(after <= before + HEAP_MEGABYTES, "live heap that was " + before + " MB", after);
        }
    }
}
