package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void tagsAreSeparatedByCommasAndThereOnce() {
        assertThat(Tags.parse(" a, b ,,a , c d")).containsExactly("a", "b", "c d");
        assertThat(Tags.parse("")).isEmpty();
    }

    @Test
    void aTagWithACommaOrAQuoteStandsInQuotes() {
        assertThat(Tags.parse("\"a,b\", c")).containsExactly("a,b", "c");
        for (List<String> tags : List.of(
                List.of("a,b"),
                List.of("say \"hi\"", "x"),
                List.of("\"", ",", "a b"),
                List.of("5\" x 3\""),
                List.<String>of())) {
            assertThat(Tags.parse(Tags.text(tags))).isEqualTo(tags);
        }
    }
}
