package dev.jackstaff.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VersionHeadersTest {
    static Stream<Arguments> headers() {
        return Stream.of(
                argumentSet("no header", null, null, ExpectedVersion.any()),
                argumentSet("any", "*", null, ExpectedVersion.any()),
                argumentSet("a version", "\"3\"", null, ExpectedVersion.of(3)),
                argumentSet("a version with changes of parts", "\"3.7\"", null, ExpectedVersion.of(3)),
                argumentSet("version in the document", null, 4L, ExpectedVersion.of(4)),
                argumentSet("header before document", "\"3\"", 4L, ExpectedVersion.of(3)),
                argumentSet("no tag of ours matches nothing", "\"abc\"", null, ExpectedVersion.of(-1)),
                argumentSet("weak tags match nothing", "W/\"3\"", null, ExpectedVersion.of(-1)),
                argumentSet("unquoted matches nothing", "3", null, ExpectedVersion.of(-1)));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void headerSaysWhatIsExpected(@Nullable String ifMatch, @Nullable Long sent, ExpectedVersion expected) {
        assertThat(VersionHeaders.parseIfMatch(ifMatch, sent)).isEqualTo(expected);
    }

    @Test
    void listOfTagsIsRefused() {
        assertThatThrownBy(() -> VersionHeaders.parseIfMatch("\"1\", \"2\""))
                .isInstanceOf(DomainException.Invalid.class);
    }

    @Test
    void tagIsTheVersion() {
        assertThat(VersionHeaders.ok("x", 7).getEntityTag().getValue()).isEqualTo("7");
        assertThat(VersionHeaders.ok("x", 7, 0).getEntityTag().getValue()).isEqualTo("7");
        assertThat(VersionHeaders.ok("x", 7, 2).getEntityTag().getValue()).isEqualTo("7.2");
    }

    @Test
    void queryParametersAreCheckedByName() {
        assertThat(QueryParameters.limit(null)).isEqualTo(50);
        assertThat(QueryParameters.limit("99999999999")).isEqualTo(Integer.MAX_VALUE);
        assertThat(QueryParameters.bool("force", "")).isTrue();
        assertThat(QueryParameters.bool("force", null)).isFalse();
        assertThatThrownBy(() -> QueryParameters.limit("-1")).hasMessageStartingWith("limit: ");
        assertThatThrownBy(() -> QueryParameters.limit("x")).hasMessageStartingWith("limit: ");
        assertThatThrownBy(() -> QueryParameters.bool("force", "yes")).hasMessageStartingWith("force: ");
        assertThatThrownBy(() -> QueryParameters.text("q", "a\0")).hasMessageStartingWith("q: ");
    }
}
