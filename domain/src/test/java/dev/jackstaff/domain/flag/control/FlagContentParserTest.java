package dev.jackstaff.domain.flag.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.engine.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagContentParserTest {
    private static final FlagKey KEY = new FlagKey("checkout");

    @Test
    void aBooleanFlagWithoutVariantsGetsOnAndOff() {
        FlagContent content = new FlagContentParser(KEY, CommandFixtures.booleanDetails(), new Violations()).parse();

        assertThat(content.variants())
                .extracting(variant -> variant.key() + "=" + variant.value().json())
                .containsExactly("on=true", "off=false");
        assertThat(content.name()).isEqualTo("checkout");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(violations(CommandFixtures.details(
                        ValueType.INTEGER,
                        new VariantInput("a", "1.5", ""),
                        new VariantInput("a", "2", ""),
                        new VariantInput(" ", "9007199254740992", ""))))
                .extracting(violation -> violation.split(":", 2)[0])
                .containsExactlyInAnyOrder(
                        "variants[0].value", "variants[1].key", "variants[2].key", "variants[2].value");
    }

    @Test
    void aFlagOfAnotherTypeNeedsVariants() {
        assertThat(violations(CommandFixtures.textDetails()))
                .singleElement()
                .asString()
                .startsWith("variants");
    }

    @Test
    void aValueBeyond64KilobytesIsRefused() {
        String json = "\"" + "x".repeat(FlagContentParser.MAX_VALUE_BYTES) + "\"";

        assertThat(violations(CommandFixtures.details(ValueType.STRING, new VariantInput("a", json, ""))))
                .containsExactly("variants[0].value: must have at most 64 kB");
    }

    @Test
    void theCharacterNulIsRefusedHoweverItIsWritten() {
        assertThat(violations(CommandFixtures.details(ValueType.STRING, new VariantInput("a", "\"\\u0000\"", ""))))
                .hasSize(1);
        assertThat(violations(CommandFixtures.details(ValueType.STRING, new VariantInput("a\0", "\"\"", ""))))
                .hasSize(1);
        assertThat(violations(CommandFixtures.details(ValueType.STRING, new VariantInput("a", "\"\\\\u0000\"", ""))))
                .isEmpty();
    }

    private static List<String> violations(FlagDetails details) {
        Violations violations = new Violations();
        new FlagContentParser(KEY, details, violations).parse();
        try {
            violations.throwIfAny();
            return List.of();
        } catch (DomainException.Invalid invalid) {
            return invalid.violations().stream().map(Object::toString).toList();
        }
    }
}
