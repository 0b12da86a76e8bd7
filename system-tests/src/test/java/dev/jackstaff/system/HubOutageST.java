package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds while a hub is away and when it has come back; see {@link HubOutage} for what happens. */
@UsesSharedStack
@Tag("fault")
class HubOutageST {
    private static final double RECOVERY_SECONDS = 5;

    @SuppressWarnings("NullAway.Init") // happens first
    private static HubOutage outage;

    @BeforeAll
    static void theHubIsAwayForAWhile(StackUnderTest installation) throws SQLException {
        outage = HubOutage.of(installation);
    }

    @Test
    void edgesAnswerAllTheWhileAndNeverGoBack() {
        assertThat(outage.failures()).isEmpty();
    }

    @Test
    void edgesSayHowOldWhatTheyKnowIs() {
        assertThat(outage.seen().ages())
                .hasSize(2)
                .allMatch(age -> age >= outage.away().toSeconds());
    }

    @Test
    void edgesAreUpToDateSoonAfterItsReturn() {
        assertThat(outage.seen().recoveries()).hasSize(2).allMatch(seconds -> seconds <= RECOVERY_SECONDS);
    }

    @Test
    void aChangeThatItCommittedAndDidNotPublishArrives() {
        assertThat(outage.seen().arrived()).isGreaterThanOrEqualTo(outage.seen().committed());
    }

    @Test
    void aFreshEdgeStartsFromWhatAnotherLeftInRedis() {
        assumeTrue(outage.freshStart().isPresent(), "skipped: there is no redis-server on the path");

        HubOutage.FreshStart start = outage.freshStart().orElseThrow();
        assertThat(start.served()).isGreaterThanOrEqualTo(start.kept());
    }
}
