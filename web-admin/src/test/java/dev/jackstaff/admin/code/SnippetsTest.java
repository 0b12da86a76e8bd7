package dev.jackstaff.admin.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnippetsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("@[A-Z]+@");
    private static final Map<ValueType, String> VALUES = Map.of(
            ValueType.BOOLEAN, "false",
            ValueType.STRING, "\"none\"",
            ValueType.INTEGER, "7",
            ValueType.NUMBER, "0.5",
            ValueType.JSON, "{}");

    private static String code(Sdk sdk, ValueType type) {
        List<Snippet> snippets = Snippets.of(
                sdk,
                "dark-mode",
                "https://edge.example",
                "the secret",
                Value.parse(type, Objects.requireNonNull(VALUES.get(type))));
        return snippets.stream().map(Snippet::text).collect(Collectors.joining("\n"));
    }

    @Test
    void everySdkAsksForTheFlagWithTheKeyAtTheEdge() {
        for (Sdk sdk : Sdk.values()) {
            for (ValueType type : ValueType.values()) {
                String code = code(sdk, type);

                assertThat(code).contains("dark-mode", "https://edge.example", "the secret");
                assertThat(code).doesNotContainPattern(PLACEHOLDER);
            }
        }
    }

    @Test
    void methodAndDefaultHaveTheTypeOfTheFlag() {
        assertThat(code(Sdk.JAVA, ValueType.NUMBER))
                .contains("double value = Flags.connect()", ".getDoubleValue(\"dark-mode\", 0.5, ");
        assertThat(code(Sdk.PYTHON, ValueType.BOOLEAN)).contains("get_boolean_value(\"dark-mode\", False,");
        assertThat(code(Sdk.GO, ValueType.JSON))
                .contains("flags.ObjectValue(context.Background(), \"dark-mode\", nil, ada)");
        assertThat(code(Sdk.DOTNET, ValueType.STRING)).contains("GetStringValueAsync(\"dark-mode\", \"none\", ada)");
        assertThat(code(Sdk.UNLEASH, ValueType.BOOLEAN)).contains("isEnabled(");
        assertThat(code(Sdk.UNLEASH, ValueType.STRING)).contains("getVariant(");
    }

    @Test
    void aPieceForOtherTypesIsLeftOut() {
        List<Snippet> asked = Snippets.of(Sdk.FLAGSMITH, "a", "b", "c", Value.parse(ValueType.BOOLEAN, "true")).stream()
                .filter(snippet -> snippet.step().equals("ask"))
                .toList();

        assertThat(asked).hasSize(1);
    }
}
