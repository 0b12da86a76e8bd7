package dev.jackstaff.cli.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

class FieldChangeTest {
    static Stream<ArgumentSet> changes() {
        return Stream.of(
                argumentSet("nothing", "{\"a\":1}", "{\"a\":1}", List.of()),
                argumentSet("a value", "{\"a\":1,\"b\":2}", "{\"a\":3,\"b\":2}", List.of("a: 1 → 3")),
                argumentSet(
                        "a value within", "{\"a\":{\"b\":[1,2]}}", "{\"a\":{\"b\":[1,3]}}", List.of("a.b[1]: 2 → 3")),
                argumentSet("a list that grows", "{\"a\":[1]}", "{\"a\":[1,2]}", List.of("a: [1] → [1,2]")),
                argumentSet(
                        "a rule more, and one less",
                        "{\"rules\":[{\"id\":\"x\",\"n\":1},{\"id\":\"y\"}]}",
                        "{\"rules\":[{\"id\":\"z\"},{\"id\":\"x\",\"n\":2}]}",
                        List.of(
                                "rules[x].n: 1 → 2",
                                "rules[y]: removed: {\"id\":\"y\"}",
                                "rules[z]: new: {\"id\":\"z\"}")),
                argumentSet(
                        "rules that change places",
                        "{\"rules\":[{\"id\":\"x\"},{\"id\":\"y\"}]}",
                        "{\"rules\":[{\"id\":\"y\"},{\"id\":\"x\"}]}",
                        List.of("rules in order: [\"x\",\"y\"] → [\"y\",\"x\"]")),
                argumentSet("a member that is new", "{}", "{\"a\":\"b\"}", List.of("a: new: \"b\"")),
                argumentSet("a member that is gone", "{\"a\":\"b\"}", "{}", List.of("a: removed: \"b\"")),
                argumentSet("null for a value", "{\"a\":null}", "{\"a\":1}", List.of("a: null → 1")),
                argumentSet("what always differs", "{\"version\":1,\"a\":1}", "{\"version\":2,\"a\":1}", List.of()),
                argumentSet("a whole document that is new", "null", "{\"a\":1}", List.of("new: {\"a\":1}")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void eachFieldThatDiffersIsNamed(String before, String after, List<String> sentences) {
        assertThat(FieldChange.between(json(before), json(after)))
                .extracting(FieldChange::sentence)
                .isEqualTo(sentences);
    }

    private static JsonValue json(String text) {
        return Json.createReader(new StringReader(text)).readValue();
    }
}
