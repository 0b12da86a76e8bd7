package dev.jackstaff.protocols.flexflag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlexflagPathFilterTest {
    private final FlexflagPathFilter filter = new FlexflagPathFilter();

    @ParameterizedTest
    @ValueSource(strings = {"/flexflag/api/v1/evaluate", "/flexflag/api/v1/evaluate/fast/batch", "/flexflag/ready"})
    void flexflagsRoutesAreServedBelow(String path) {
        assertThat(filter.serves(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/evaluate",
                "/flexflag/api/v1/keys",
                "/flexflag/api/v1/evaluated",
                "/flexflag/flexflag/ready",
                "/flexflagged/ready",
                "/flexflag"
            })
    void nothingElseIs(String path) {
        assertThat(filter.serves(path)).isFalse();
    }
}
