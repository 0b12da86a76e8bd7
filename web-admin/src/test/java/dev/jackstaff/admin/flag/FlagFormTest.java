package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.ValueType;
import org.junit.jupiter.api.Test;

class FlagFormTest {
    @Test
    void tagsAreSeparatedByCommasAndNamedOnce() {
        FlagForm form = new FlagForm();
        form.setTags(" checkout, needs review,checkout,");

        assertThat(form.details().tags()).containsExactly("checkout", "needs review");
    }

    @Test
    void aStringIsTypedWithoutItsQuotes() {
        FlagForm form = new FlagForm();
        form.setType(ValueType.STRING);
        form.resetVariants();
        fill(form.getVariants().get(0), "red", "say \"red\"");
        fill(form.getVariants().get(1), "blue", "blue");

        FlagDetails details = form.details();

        assertThat(details.variants())
                .containsExactly(
                        new VariantInput("red", "\"say \\\"red\\\"\"", ""), new VariantInput("blue", "\"blue\"", ""));
    }

    @Test
    void anIntegerIsTypedAsItIs() {
        FlagForm form = new FlagForm();
        form.setType(ValueType.INTEGER);
        form.addVariant();
        fill(form.getVariants().get(0), "ten", " 10 ");

        assertThat(form.details().variants()).containsExactly(new VariantInput("ten", "10", ""));
    }

    @Test
    void aBooleanFlagIsLeftToGetItsOwnVariants() {
        FlagForm form = new FlagForm();
        form.setType(ValueType.STRING);
        form.resetVariants();
        form.setType(ValueType.BOOLEAN);
        form.resetVariants();

        assertThat(form.details().variants()).isEmpty();
    }

    private static void fill(VariantRow row, String key, String value) {
        row.setKey(key);
        row.setValue(value);
    }
}
