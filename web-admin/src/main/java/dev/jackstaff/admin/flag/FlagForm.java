package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.engine.ValueType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The form of a flag's environment-independent fields. */
public class FlagForm implements Serializable {
    private String name = "";
    private String description = "";
    private String owner = "";
    private String tags = "";
    private ValueType type = ValueType.BOOLEAN;
    private FlagKind kind = FlagKind.RELEASE;
    private boolean serverOnly;
    private List<VariantRow> variants = new ArrayList<>();
    private List<PrerequisiteRow> prerequisites = List.of();

    static FlagForm of(FlagView flag) {
        FlagForm form = new FlagForm();
        form.name = flag.name();
        form.description = flag.description();
        form.owner = flag.owner();
        form.tags = String.join(", ", flag.tags());
        form.type = flag.type();
        form.kind = flag.kind();
        form.serverOnly = flag.serverOnly();
        form.variants =
                new ArrayList<>(flag.variants().stream().map(VariantRow::of).toList());
        form.prerequisites =
                flag.prerequisites().stream().map(PrerequisiteRow::of).toList();
        return form;
    }

    FlagDetails details() {
        return new FlagDetails(
                name.strip(),
                description.strip(),
                type,
                kind,
                owner.strip(),
                tagList(),
                serverOnly,
                variants.stream().map(row -> row.input(type)).toList(),
                prerequisites.stream().map(PrerequisiteRow::definition).toList());
    }

    private List<String> tagList() {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** Offers two empty variants; none for a boolean flag. */
    public void resetVariants() {
        variants.clear();
        if (type != ValueType.BOOLEAN) {
            addVariant();
            addVariant();
        }
    }

    public void addVariant() {
        variants.add(new VariantRow("", "", ""));
    }

    public void removeVariant(VariantRow row) {
        variants.remove(row);
    }

    public ValueType[] getTypes() {
        return ValueType.values();
    }

    public FlagKind[] getKinds() {
        return FlagKind.values();
    }

    /** Whether the reader can edit variants. */
    public boolean isVariantsEditable() {
        return type != ValueType.BOOLEAN;
    }

    public List<VariantRow> getVariants() {
        return variants;
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

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
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

    public boolean isServerOnly() {
        return serverOnly;
    }

    public void setServerOnly(boolean serverOnly) {
        this.serverOnly = serverOnly;
    }
}
