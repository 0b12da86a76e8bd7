package dev.jackstaff.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DemoProjectTest {
    @Test
    void theFlagThatShowsTheArrivalIsOneOfTheShipped() throws IOException {
        assertThat(DemoProject.loadFlags().getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getJsonObject("flag").getString("key"))
                .contains(DemoProject.FLAG_KEY, "banner-color")
                .doesNotHaveDuplicates();
    }
}
