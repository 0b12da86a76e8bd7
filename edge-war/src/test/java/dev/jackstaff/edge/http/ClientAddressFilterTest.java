package dev.jackstaff.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientAddressFilterTest {
    @Test
    void everybodyMayConnectWhereNothingIsSaid() {
        assertThat(filter(Map.of()).admits("203.0.113.7")).isTrue();
    }

    @Test
    void onlyThoseWhoAreAllowed() {
        ClientAddressFilter filter =
                filter(Map.of(EdgeSetting.ADDRESSES_ALLOWED.property(), "10.0.0.0/8, 2001:db8::/32, 192.0.2.7"));

        assertThat(filter.admits("10.1.2.3")).isTrue();
        assertThat(filter.admits("2001:db8::1")).isTrue();
        assertThat(filter.admits("192.0.2.7")).isTrue();
        assertThat(filter.admits("192.0.2.8")).isFalse();
    }

    @Test
    void whoIsDeniedIsNotAllowed() {
        ClientAddressFilter filter = filter(Map.of("ALLOW_LIST", "10.0.0.0/8", "DENY_LIST", "10.66.0.0/16"));

        assertThat(filter.admits("10.1.2.3")).isTrue();
        assertThat(filter.admits("10.66.2.3")).isFalse();
    }

    private static ClientAddressFilter filter(Map<String, String> settings) {
        return new ClientAddressFilter(EdgeSettings.of(settings));
    }
}
