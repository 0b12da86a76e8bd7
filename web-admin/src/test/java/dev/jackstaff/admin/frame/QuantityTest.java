package dev.jackstaff.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "1000,1_k", "4812,4.8_k", "320900,320_k", "8200000,8.2_M", "9223372036854775807,9.2_E"
    })
    void aNumberIsShort(long number, String brief) {
        assertThat(Quantity.brief(number)).isEqualTo(brief.replace('_', '\u00a0'));
    }
}
