package dev.jackstaff.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisabledRoutesFilterTest {
    @Test
    void everythingIsThereUnlessItIsSaidOtherwise() {
        DisabledRoutesFilter filter = filter(Map.of());

        assertThat(filter.isDisabled("api/frontend/all")).isFalse();
        assertThat(filter.isDisabled("internal-backstage/metrics")).isFalse();
    }

    @Test
    void oneSettingLeavesOutBothNamesOfARoute() {
        DisabledRoutesFilter filter = filter(Map.of("DISABLE_ALL_ENDPOINT", "true"));

        assertThat(filter.isDisabled("api/frontend/all")).isTrue();
        assertThat(filter.isDisabled("api/proxy/all/")).isTrue();
        assertThat(filter.isDisabled("api/frontend")).isFalse();
        assertThat(filter.isDisabled("internal-backstage/metrics")).isFalse();
    }

    private static DisabledRoutesFilter filter(Map<String, String> settings) {
        return new DisabledRoutesFilter(InstalledProtocols.disablingSettings(), EdgeSettings.of(settings));
    }
}
