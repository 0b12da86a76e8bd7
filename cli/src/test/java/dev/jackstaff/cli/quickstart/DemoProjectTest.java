package dev.jackstaff.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DemoProjectTest {
    @Test
    void theFlagThatShowsTheArrivalIsOneOfTheShipped() throws IOException {
        assertThat(DemoProject.flags())
                .contains(DemoProject.FLAG_KEY, "banner-color")
                .doesNotHaveDuplicates();
    }
}
