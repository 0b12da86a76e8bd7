package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.ValueType;
import java.io.Serializable;

/** A variant in a form, with its value as typed text: a string without quotes. */
public class VariantRow implements Serializable {
    private String key;
    private String value;
    private String description;

    VariantRow(String key, String value, String description) {
        this.key = key;
        this.value = value;
        this.description = description;
    }

    static VariantRow of(FlagVariant variant) {
        return new VariantRow(variant.key(), variant.value().text(), variant.description());
    }

    VariantInput input(ValueType type) {
        String json = type == ValueType.STRING ? JsonText.quoted(value) : value.strip();
        return new VariantInput(key.strip(), json, description);
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
