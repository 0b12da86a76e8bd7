package dev.jackstaff.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.EdgeSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    @Test
    void everythingIsThereUnlessItIsSaidOtherwise() {
        LeftOut leftOut = new LeftOut(EdgeSettings.of(Map.of()));

        assertThat(leftOut.isLeftOut("api/frontend/all")).isFalse();
        assertThat(leftOut.isLeftOut("internal-backstage/metrics")).isFalse();
    }

    @Test
    void oneSettingLeavesOutBothNamesOfARoute() {
        LeftOut leftOut = new LeftOut(EdgeSettings.of(Map.of("DISABLE_ALL_ENDPOINT", "true")));

        assertThat(leftOut.isLeftOut("api/frontend/all")).isTrue();
        assertThat(leftOut.isLeftOut("api/proxy/all/")).isTrue();
        assertThat(leftOut.isLeftOut("api/frontend")).isFalse();
        assertThat(leftOut.isLeftOut("internal-backstage/metrics")).isFalse();
    }
}
