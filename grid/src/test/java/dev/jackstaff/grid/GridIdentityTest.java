package dev.jackstaff.grid;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridIdentityTest {
    @ParameterizedTest
    @CsvSource({"development,10.77.0.*", "jackstaff,10.0.0.7", "dev,0.0.0.0", "development,hub.example.org", "dev,::"})
    void aDefaultNameIsRefusedWhereOthersReachTheGrid(String name, String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GridIdentity.at(name, address).requireOwnName("the.setting"))
                .withMessageContaining("the.setting is \"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({"development,127.0.0.1", "jackstaff,127.*.*.*", "dev,localhost", "dev,::1", "flags-of-ours,10.0.0.7"})
    void anOwnNameAndLoopbackAreAccepted(String name, String address) {
        assertThatCode(() -> GridIdentity.at(name, address).requireOwnName("the.setting"))
                .doesNotThrowAnyException();
    }
}
