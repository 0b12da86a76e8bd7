package dev.jackstaff.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DemoProjectTest {
    @Test
    void theFlagThatShowsTheArrivalIsOneOfTheShipped() throws IOException {
        assertThat(DemoProject.shipped().getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getJsonObject("flag").getString("key"))
                .contains(DemoProject.FLAG, "banner-color")
                .doesNotHaveDuplicates();
    }
}
