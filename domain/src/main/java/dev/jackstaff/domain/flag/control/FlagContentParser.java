package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A parser of flag details into flag content, which collects all violations that need no other flag to be found. */
final class FlagContentParser {
    /** The maximum number of variants of a flag. */
    static final int MAX_VARIANTS = 100;

    /** The maximum size of a value, in bytes of UTF-8: 64 kB. */
    static final int MAX_VALUE_BYTES = 64 * 1024;

    /** The maximum number of tags of a flag; the next is their maximum length in characters. */
    static final int MAX_TAGS = 50;

    static final int MAX_TAG_LENGTH = 100;

    /** The maximum number of prerequisites of a flag. */
    static final int MAX_PREREQUISITES = 50;

    private final FlagKey key;
    private final FlagDetails details;
    private final Violations violations;

    FlagContentParser(FlagKey key, FlagDetails details, Violations violations) {
        this.key = key;
        this.details = details;
        this.violations = violations;
    }

    /** Returns the content, which is usable only if there are no violations. */
    FlagContent parse() {
        violations.checkNameAndDescription(details.name(), details.description());
        violations.checkText("owner", details.owner(), Violations.MAX_NAME_LENGTH);
        checkTags();
        checkPrerequisites();
        List<FlagVariant> variants = parseVariants();
        TraitsCheck traits = new TraitsCheck(details.traits(), violations);
        traits.check();
        traits.checkSchema(details.type(), variants);
        return new FlagContent(
                details.name().isBlank() ? key.value() : details.name().strip(),
                details.description(),
                details.kind(),
                details.owner().strip(),
                details.tags().stream().distinct().toList(),
                details.serverOnly(),
                variants,
                details.prerequisites(),
                details.traits());
    }

    private void checkTags() {
        violations.require(details.tags().size() <= MAX_TAGS, "tags", "at most " + MAX_TAGS + " tags");
        for (String tag : details.tags()) {
            violations.checkText("tags", tag, MAX_TAG_LENGTH);
            violations.require(!tag.isBlank(), "tags", "a tag must not be blank");
        }
    }

    private void checkPrerequisites() {
        violations.require(
                details.prerequisites().size() <= MAX_PREREQUISITES,
                "prerequisites",
                "at most " + MAX_PREREQUISITES + " prerequisites");
        Set<String> flags = new HashSet<>();
        details.prerequisites()
                .forEach(prerequisite -> violations.require(
                        flags.add(prerequisite.flag()),
                        "prerequisites",
                        "the flag \"" + prerequisite.flag() + "\" is listed twice"));
    }

    private List<FlagVariant> parseVariants() {
        if (details.variants().isEmpty() && details.type() == ValueType.BOOLEAN) {
            return List.of(new FlagVariant("on", Value.of(true), ""), new FlagVariant("off", Value.of(false), ""));
        }
        violations.require(
                !details.variants().isEmpty() && details.variants().size() <= MAX_VARIANTS,
                "variants",
                "a flag must have 1 to " + MAX_VARIANTS + " variants");
        List<FlagVariant> variants = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < details.variants().size(); i++) {
            VariantInput input = details.variants().get(i);
            String field = "variants[" + i + "]";
            violations.require(keys.add(input.key()), field + ".key", "the variant is listed twice");
            parseVariant(field, input, variants);
        }
        return variants;
    }

    /** Whether a value is small enough. */
    static boolean isStorableSize(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length <= MAX_VALUE_BYTES;
    }

    private void parseVariant(String field, VariantInput input, List<FlagVariant> variants) {
        violations.require(!input.key().isBlank(), field + ".key", "is required");
        violations.checkText(field + ".key", input.key(), MAX_TAG_LENGTH);
        violations.checkText(field + ".description", input.description(), Violations.MAX_DESCRIPTION_LENGTH);
        violations.checkStorableJson(field + ".value", input.json());
        if (!isStorableSize(input.json())) {
            violations.add(field + ".value", "must have at most 64 kB");
            return;
        }
        Value value = violations.attempt(field + ".value", () -> Value.parse(details.type(), input.json()));
        if (value != null) {
            variants.add(new FlagVariant(input.key(), value, input.description()));
        }
    }
}
