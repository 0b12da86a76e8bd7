package dev.jackstaff.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisabledRoutesFilterTest {
    @Test
    void everythingIsThereUnlessItIsSaidOtherwise() {
        DisabledRoutesFilter leftOut = new DisabledRoutesFilter(EdgeSettings.of(Map.of()));

        assertThat(leftOut.isDisabled("api/frontend/all")).isFalse();
        assertThat(leftOut.isDisabled("internal-backstage/metrics")).isFalse();
    }

    @Test
    void oneSettingLeavesOutBothNamesOfARoute() {
        DisabledRoutesFilter leftOut =
                new DisabledRoutesFilter(EdgeSettings.of(Map.of("DISABLE_ALL_ENDPOINT", "true")));

        assertThat(leftOut.isDisabled("api/frontend/all")).isTrue();
        assertThat(leftOut.isDisabled("api/proxy/all/")).isTrue();
        assertThat(leftOut.isDisabled("api/frontend")).isFalse();
        assertThat(leftOut.isDisabled("internal-backstage/metrics")).isFalse();
    }
}
