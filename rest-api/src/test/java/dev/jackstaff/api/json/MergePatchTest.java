package dev.jackstaff.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.problem.ProblemException;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.engine.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MergePatchTest {
    private record Present(
            String key, String name, List<String> tags, JsonText value, String createdAt, long version) {}

    @JsonIgnoreProperties("createdAt")
    private record Request(
            @Nullable String key,
            @JsonAlias("title") @Nullable String name,
            @Nullable List<String> tags,
            @Nullable JsonText value,
            @Nullable Long version) {}

    private static final Present PRESENT = new Present(
            "a",
            "A \u00e9\ud83d\ude00\"\\",
            List.of("x"),
            JsonText.parse("{\"n\":1e400,\"m\":1.0,\"o\":0.10}"),
            "today",
            3);

    static Stream<Arguments> examplesOfTheSpecification() {
        return Stream.of(
                example("{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"),
                example("{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"a\":\"b\",\"b\":\"c\"}"),
                example("{\"a\":\"b\"}", "{\"a\":null}", "{}"),
                example("{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}"),
                example("{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"),
                example("{\"a\":\"c\"}", "{\"a\":[\"b\"]}", "{\"a\":[\"b\"]}"),
                example("{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}", "{\"a\":{\"b\":\"d\"}}"),
                example("{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1]}"),
                example("[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"c\",\"d\"]"),
                example("{\"a\":\"b\"}", "[\"c\"]", "[\"c\"]"),
                example("{\"a\":\"foo\"}", "null", "null"),
                example("{\"a\":\"foo\"}", "\"bar\"", "\"bar\""),
                example("{\"e\":null}", "{\"a\":1}", "{\"e\":null,\"a\":1}"),
                example("[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}"),
                example("{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}"));
    }

    private static Arguments example(String target, String patch, String result) {
        return argumentSet(target + " with " + patch, target, patch, result);
    }

    @ParameterizedTest
    @MethodSource("examplesOfTheSpecification")
    void mergesAsTheSpecificationSays(String target, String patch, String result) {
        assertThat(MergePatch.merge(JsonText.parse(target), JsonText.parse(patch))
                        .json())
                .isEqualTo(result);
    }

    @Test
    void whatIsLeftOutStaysToTheLetter() {
        Request merged = patch("{\"tags\":[\"y\"]}").applyTo(PRESENT, Request.class);

        assertThat(merged)
                .isEqualTo(new Request("a", PRESENT.name(), List.of("y"), PRESENT.value(), PRESENT.version()));
    }

    @Test
    void numbersOfThePatchKeepTheirSpelling() {
        Request merged = patch("{\"value\":{\"n\":12345678901234567890.10e-7,\"m\":null}}")
                .applyTo(PRESENT, Request.class);

        assertThat(merged.value()).isEqualTo(JsonText.parse("{\"n\":12345678901234567890.10e-7,\"o\":0.10}"));
    }

    @Test
    void nullRemoves() {
        Request merged = patch("{\"name\":null,\"tags\":null}").applyTo(PRESENT, Request.class);

        assertThat(merged.name()).isNull();
        assertThat(merged.tags()).isNull();
    }

    @Test
    void anotherNameOfAMemberCountsToo() {
        assertThat(patch("{\"title\":\"B\"}").applyTo(PRESENT, Request.class).name())
                .isEqualTo("B");
        assertThatThrownBy(() -> patch("{\"title\":\"B\",\"name\":\"C\"}").applyTo(PRESENT, Request.class))
                .hasMessage("name: stands there under two names");
    }

    @Test
    void unknownMembersAreRefusedAlsoToBeRemoved() {
        assertThatThrownBy(() -> patch("{\"nmae\":null,\"colour\":\"red\"}").applyTo(PRESENT, Request.class))
                .isInstanceOf(DomainException.Invalid.class)
                .hasMessage("nmae: is not a known member; colour: is not a known member");
    }

    @Test
    void whatOnlyResponsesHaveMayBeSentBackAndNotChanged() {
        assertThat(patch("{\"createdAt\":\"today\"}")
                        .applyTo(PRESENT, Request.class)
                        .name())
                .isEqualTo(PRESENT.name());
        assertThatThrownBy(() -> patch("{\"createdAt\":null}").applyTo(PRESENT, Request.class))
                .hasMessage("createdAt: cannot be changed here");
    }

    @Test
    void aMemberOfAnotherTypeIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> patch("{\"tags\":[\"x\",7]}").applyTo(PRESENT, Request.class))
                .isInstanceOf(ProblemException.class)
                .hasMessage("tags[1]: must be a string");
    }

    @Test
    void theVersionIsWhatThePatchExpects() {
        assertThat(patch("{\"version\":3}").version()).isEqualTo(3);
        assertThat(patch("{}").version()).isNull();
        assertThatThrownBy(() -> patch("{\"version\":\"3\"}").version()).hasMessage("version: must be a whole number");
    }

    @Test
    void whatIsNoObjectIsNoPatch() {
        for (String document : List.of("[]", "null", "7", "\"x\"")) {
            assertThatThrownBy(() -> patch(document)).describedAs(document).isInstanceOf(DomainException.Invalid.class);
        }
    }

    private static MergePatch patch(String json) {
        return JsonBody.read(json.getBytes(StandardCharsets.UTF_8), MergePatch.class);
    }
}
