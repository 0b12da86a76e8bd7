package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoginAttemptTest {
    static Stream<Arguments> sources() {
        return Stream.of(
                argumentSet("IPv4", "192.0.2.7", "192.0.2.7"),
                argumentSet(
                        "IPv6, of which one customer has a network", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2:0:0:0:0"),
                argumentSet("IPv6, short", "2001:db8::1", "2001:db8:0:0:0:0:0:0"),
                argumentSet("IPv4 within IPv6", "::ffff:192.0.2.7", "192.0.2.7"),
                argumentSet("not an address", "zz:1", "zz:1"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void oneSourceIsWhatOneCustomerHas(String address, String source) {
        assertThat(LoginAttempt.of("a@example.org", address).source()).isEqualTo(source);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void anAccountIsAnAddressInLowerCase(String address, String source) {
        assertThat(LoginAttempt.of(" Ada@Example.ORG ", address))
                .isEqualTo(new LoginAttempt("ada@example.org", source));
    }
}
