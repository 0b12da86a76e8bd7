package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void tagsAreSeparatedByCommasAndThereOnce() {
        assertThat(Tags.parse(" a, b ,,a , c d")).containsExactly("a", "b", "c d");
        assertThat(Tags.parse("")).isEmpty();
    }
}
