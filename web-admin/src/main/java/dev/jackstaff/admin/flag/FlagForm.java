package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The form of a new flag. */
public class FlagForm {
    private String name = "";
    private String description = "";
    private String tags = "";
    private ValueType type = ValueType.BOOLEAN;
    private FlagKind kind = FlagKind.RELEASE;

    /**
     * The details of the flag.
     *
     * @param keys of its variants; a boolean flag has those that every such flag has
     * @param values of its variants as typed text: a string without quotes
     */
    FlagDetails details(List<String> keys, List<String> values) {
        List<VariantInput> variants = new ArrayList<>();
        for (int i = 0; type != ValueType.BOOLEAN && i < Math.min(keys.size(), values.size()); i++) {
            variants.add(new VariantInput(keys.get(i).strip(), json(values.get(i)), ""));
        }
        return new FlagDetails(
                name.strip(), description.strip(), type, kind, "", Tags.parse(tags), false, variants, List.of());
    }

    private String json(String typed) {
        return type == ValueType.STRING ? JsonText.quoted(typed) : typed.strip();
    }

    public ValueType[] getTypes() {
        return ValueType.values();
    }

    public FlagKind[] getKinds() {
        return FlagKind.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public ValueType getType() {
        return type;
    }

    public void setType(ValueType type) {
        this.type = type;
    }

    public FlagKind getKind() {
        return kind;
    }

    public void setKind(FlagKind kind) {
        this.kind = kind;
    }
}
