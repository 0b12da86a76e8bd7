package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of a flag's details, as instructions read and write it.
 *
 * @param key the key of the variant, or of the flag that is a prerequisite; empty for other parts
 */
public record DetailsField(Part part, String key) implements InstructionField<FlagDetails> {
    static final DetailsField SERVER_ONLY = new DetailsField(Part.SERVER_ONLY, "");
    static final DetailsField KIND = new DetailsField(Part.KIND, "");
    static final DetailsField TAGS = new DetailsField(Part.TAGS, "");
    static final DetailsField SCHEMA = new DetailsField(Part.SCHEMA, "");
    static final DetailsField METADATA = new DetailsField(Part.METADATA, "");
    static final DetailsField LINKS = new DetailsField(Part.LINKS, "");
    static final DetailsField STALE = new DetailsField(Part.STALE, "");
    static final DetailsField VARIANT_ORDER = new DetailsField(Part.VARIANT_ORDER, "");

    /** The parts that details have. */
    public enum Part {
        NAME,
        DESCRIPTION,
        OWNER,
        KIND,
        TAGS,
        SERVER_ONLY,
        VARIANT_ORDER,
        VARIANT,
        PREREQUISITE,
        SCHEMA,
        METADATA,
        LINKS,
        STALE
    }

    static DetailsField variant(String key) {
        return new DetailsField(Part.VARIANT, key);
    }

    static DetailsField prerequisite(String flag) {
        return new DetailsField(Part.PREREQUISITE, flag);
    }

    @Override
    public @Nullable String valueIn(FlagDetails present) {
        return switch (part) {
            case NAME -> JsonText.quoted(present.name());
            case DESCRIPTION -> JsonText.quoted(present.description());
            case OWNER -> JsonText.quoted(present.owner());
            case KIND -> JsonText.quoted(present.kind().label());
            case TAGS -> JsonText.quoted(present.tags());
            case SERVER_ONLY -> Boolean.toString(present.serverOnly());
            case SCHEMA -> present.traits().schema();
            case METADATA -> present.traits().metadataJson();
            case LINKS -> present.traits().linksJson();
            case STALE -> Boolean.toString(present.traits().stale());
            case VARIANT_ORDER ->
                JsonText.quoted(
                        present.variants().stream().map(VariantInput::key).toList());
            case VARIANT ->
                present.variants().stream()
                        .filter(variant -> variant.key().equals(key))
                        .map(DetailsField::json)
                        .findFirst()
                        .orElse(null);
            case PREREQUISITE ->
                present.prerequisites().stream()
                        .filter(prerequisite -> prerequisite.flag().equals(key))
                        .map(prerequisite -> DefinitionWriter.prerequisites(List.of(prerequisite)))
                        .findFirst()
                        .orElse(null);
        };
    }

    private static String json(VariantInput variant) {
        return "{\"value\":" + variant.json() + ",\"description\":" + JsonText.quoted(variant.description()) + "}";
    }

    /** Its place in the document of the flag, such as {@code variants/on}. */
    @Override
    public String toString() {
        return switch (part) {
            case SERVER_ONLY -> "serverOnly";
            case VARIANT_ORDER -> "variants";
            case VARIANT -> "variants/" + key;
            case PREREQUISITE -> "prerequisites/" + key;
            default -> part.name().toLowerCase(Locale.ROOT);
        };
    }
}
