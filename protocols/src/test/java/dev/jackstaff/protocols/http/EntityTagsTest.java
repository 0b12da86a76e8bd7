package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntityTagsTest {
    static Stream<Arguments> headers() {
        return Stream.of(
                argumentSet("none", null, false),
                argumentSet("empty", "", false),
                argumentSet("the tag", "\"52\"", true),
                argumentSet("the tag, weak", "W/\"52\"", true),
                argumentSet("the tag of the compressed form", "\"52-gzip\"", true),
                argumentSet("the tag of the compressed form, weak", "W/\"52-gzip\"", true),
                argumentSet("any", "*", true),
                argumentSet("any, among spaces", " * ", true),
                argumentSet("a list", "\"a\", \"52\"", true),
                argumentSet("a list without spaces", "\"a\",W/\"52-gzip\",\"b\"", true),
                argumentSet("a list with empty elements", ",, \"52\",", true),
                argumentSet("a tag with a comma before it", "\"a,b\", \"52\"", true),
                argumentSet("a tag that contains it", "\"a, \\52\", \"b\"", false),
                argumentSet("a longer tag", "\"520\"", false),
                argumentSet("another", "\"5\"", false),
                argumentSet("another coding", "\"52-br\"", false));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void whoNamesTheTagHasTheContent(@Nullable String ifNoneMatch, boolean has) {
        assertThat(EntityTags.matches(ifNoneMatch, "\"52\"")).isEqualTo(has);
        assertThat(EntityTags.matches(ifNoneMatch, "\"52-gzip\"")).isEqualTo(has);
        assertThat(EntityTags.matches(ifNoneMatch, "W/\"52\"")).isEqualTo(has);
    }

    @Test
    void onlyAStrongTagGetsTheNameOfTheCoding() {
        assertThat(EntityTags.compressed("\"52\"")).isEqualTo("\"52-gzip\"");
        assertThat(EntityTags.compressed("\"52-gzip\"")).isEqualTo("\"52-gzip\"");
        assertThat(EntityTags.compressed("W/\"52\"")).isEqualTo("W/\"52\"");
        assertThat(EntityTags.plain("\"52-gzip\"")).isEqualTo("\"52\"");
        assertThat(EntityTags.plain("\"52\"")).isEqualTo("\"52\"");
    }
}
