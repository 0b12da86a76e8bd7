package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.Variant;
import dev.jackstaff.domain.flag.boundary.FlagDetails;
import dev.jackstaff.domain.flag.boundary.VariantInput;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a flag's content of what was sent, or says all that is wrong with it by itself. */
final class FlagDraft {
    /** Most variants of a flag. */
    static final int MOST_VARIANTS = 100;

    /** Longest value, in bytes of UTF-8: 64 kB. */
    static final int LARGEST_VALUE = 64 * 1024;

    /** Most tags of a flag, and longest of them in characters. */
    static final int MOST_TAGS = 50;

    static final int LONGEST_TAG = 100;

    /** Most prerequisites of a flag. */
    static final int MOST_PREREQUISITES = 50;

    private final FlagKey key;
    private final FlagDetails details;
    private final Violations violations;

    FlagDraft(FlagKey key, FlagDetails details, Violations violations) {
        this.key = key;
        this.details = details;
        this.violations = violations;
    }

    /** The content; to be thrown away where there are violations. */
    FlagContent content() {
        violations.described(details.name(), details.description());
        violations.text("owner", details.owner(), Violations.LONGEST_NAME);
        tags();
        prerequisites();
        return new FlagContent(
                details.name().isBlank() ? key.value() : details.name().strip(),
                details.description(),
                details.kind(),
                details.owner().strip(),
                details.tags().stream().distinct().toList(),
                details.serverOnly(),
                variants(),
                details.prerequisites());
    }

    private void tags() {
        violations.unless(details.tags().size() <= MOST_TAGS, "tags", "at most " + MOST_TAGS + " tags");
        for (String tag : details.tags()) {
            violations.text("tags", tag, LONGEST_TAG);
            violations.unless(!tag.isBlank(), "tags", "a tag is not blank");
        }
    }

    private void prerequisites() {
        violations.unless(
                details.prerequisites().size() <= MOST_PREREQUISITES,
                "prerequisites",
                "at most " + MOST_PREREQUISITES + " prerequisites");
        Set<String> flags = new HashSet<>();
        details.prerequisites()
                .forEach(prerequisite -> violations.unless(
                        flags.add(prerequisite.flag()),
                        "prerequisites",
                        "the flag \"" + prerequisite.flag() + "\" is there twice"));
    }

    private List<Variant> variants() {
        if (details.variants().isEmpty() && details.type() == ValueType.BOOLEAN) {
            return List.of(new Variant("on", Value.of(true), ""), new Variant("off", Value.of(false), ""));
        }
        violations.unless(
                !details.variants().isEmpty() && details.variants().size() <= MOST_VARIANTS,
                "variants",
                "a flag has 1 to " + MOST_VARIANTS + " variants");
        List<Variant> variants = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < details.variants().size(); i++) {
            VariantInput input = details.variants().get(i);
            String field = "variants[" + i + "]";
            violations.unless(keys.add(input.key()), field + ".key", "the variant is there twice");
            variant(field, input, variants);
        }
        return variants;
    }

    private void variant(String field, VariantInput input, List<Variant> variants) {
        violations.unless(!input.key().isBlank(), field + ".key", "a variant needs a key");
        violations.text(field + ".key", input.key(), LONGEST_TAG);
        violations.text(field + ".description", input.description(), Violations.LONGEST_DESCRIPTION);
        violations.storableJson(field + ".value", input.json());
        if (input.json().getBytes(StandardCharsets.UTF_8).length > LARGEST_VALUE) {
            violations.add(field + ".value", "a value has at most 64 kB");
            return;
        }
        Value value = violations.attempt(field + ".value", () -> Value.parse(details.type(), input.json()));
        if (value != null) {
            variants.add(new Variant(input.key(), value, input.description()));
        }
    }
}
