package dev.jackstaff.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SnapshotHeadTest {
    @Test
    void theHeadIsReadEvenWhereTheRestIsTorn() {
        String torn = "{\"format\":1,\"project\":\"p\",\"revision\":7,\"environmentId\":\"e\",\"flags\":[{";

        assertThat(head(torn)).isEqualTo(new SnapshotHead("e", 7));
    }

    @Test
    void whatIsNoSnapshotIsOlderThanAny() {
        assertThat(head("nonsense").precedes("e", 1)).isTrue();
        assertThat(head("[]").precedes("e", 1)).isTrue();
    }

    @Test
    void aHigherRevisionOrAnotherEnvironmentTakesItsPlace() {
        SnapshotHead head = new SnapshotHead("e", 7);

        assertThat(head.precedes("e", 8)).isTrue();
        assertThat(head.precedes("e", 7)).isFalse();
        assertThat(head.precedes("e", 6)).isFalse();
        assertThat(head.precedes("recreated", 1)).isTrue();
    }

    private static SnapshotHead head(String document) {
        return SnapshotHead.of(document.getBytes(StandardCharsets.UTF_8));
    }
}
