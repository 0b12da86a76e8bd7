package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void theHighestCountReachesTheTop() {
        assertThat(Sparkline.line(List.of(0L, 10L, 5L))).isEqualTo("M0 20L32 2L64 11");
        assertThat(Sparkline.area(List.of(0L, 10L, 5L))).isEqualTo("M0 20L32 2L64 11L64 20L0 20Z");
    }

    @Test
    void nothingIsALineAtTheFoot() {
        assertThat(Sparkline.line(List.of(0L, 0L))).isEqualTo("M0 20L64 20");
    }
}
