package dev.jackstaff.api.flag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes a flag. Members that only responses have are ignored, so a response can
 * be sent back. In a change, members that are left out stay as they are.
 *
 * @param key required for a new flag, and never changed
 * @param name left out for the key
 * @param type left out for {@code boolean}; never changed
 * @param kind left out for {@code release}
 * @param schema of a flag of type {@code json}: a JSON Schema that all values fit; null for none
 * @param bucketing {@code murmur3/1}, which is the default, or {@code md5/1}; never changed
 * @param metadata what applications are told with each answer: strings, numbers and booleans by name
 * @param links where people read more
 * @param stale true to mark the flag as no longer needed, false to take the mark back
 * @param variants a boolean flag without any gets {@code on} and {@code off}
 */
@JsonIgnoreProperties({"archived", "createdAt", "updatedAt", "staleness", "staleReasons"})
public record FlagRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable String description,
        @Schema(implementation = ValueType.class) @Nullable String type,
        @Schema(implementation = FlagKind.class) @Nullable String kind,
        @Nullable List<@Nullable VariantBody> variants,
        @Nullable String owner,
        @Nullable List<@Nullable String> tags,
        @Nullable Boolean serverOnly,
        @Nullable List<@Nullable PrerequisiteBody> prerequisites,
        @Schema(implementation = Object.class, nullable = true) @Nullable JsonText schema,
        @Nullable String bucketing,
        @Schema(implementation = Object.class) @Nullable JsonText metadata,
        @Nullable List<@Nullable LinkBody> links,
        @Nullable Boolean stale,
        @Nullable Long version) {
    private static final FlagDetails INITIAL =
            new FlagDetails("", "", ValueType.BOOLEAN, FlagKind.RELEASE, "", List.of(), false, List.of(), List.of());

    NewFlag toNewFlag() {
        return new NewFlag(RequestFields.parse("key", key, FlagKey::new), mergeInto(INITIAL));
    }

    /** The details of a new flag of a key. */
    public FlagDetails toDetails(FlagKey wanted) {
        RequestFields.requireUnchanged("key", key, wanted);
        return mergeInto(INITIAL);
    }

    FlagDetails toDetails(FlagView current) {
        RequestFields.requireUnchanged("key", key, current.key());
        return mergeInto(current.details());
    }

    /** The details of a patched flag. What was removed is as in a new one. */
    FlagDetails toPatched(FlagView current) {
        return toDetails(current.key());
    }

    private FlagDetails mergeInto(FlagDetails before) {
        return new FlagDetails(
                RequestFields.textOr(name, before.name()),
                RequestFields.textOr(description, before.description()),
                type == null ? before.type() : RequestFields.parseLabel("type", type, FlagDetails.TYPES),
                kind == null ? before.kind() : RequestFields.parseLabel("kind", kind, FlagKind.LABELS),
                RequestFields.textOr(owner, before.owner()),
                tags == null ? before.tags() : RequestFields.list("tags", tags),
                serverOnly == null ? before.serverOnly() : serverOnly,
                variants == null ? before.variants() : variantInputs(),
                prerequisites == null ? before.prerequisites() : prerequisiteDefinitions(),
                new TraitBodies(schema, bucketing, metadata, links, stale).mergeInto(before.traits()));
    }

    private List<VariantInput> variantInputs() {
        List<VariantBody> given = RequestFields.list("variants", variants);
        return IntStream.range(0, given.size())
                .mapToObj(index -> given.get(index).toInput("variants[" + index + "]"))
                .toList();
    }

    private List<PrerequisiteDefinition> prerequisiteDefinitions() {
        List<PrerequisiteBody> given = RequestFields.list("prerequisites", prerequisites);
        return IntStream.range(0, given.size())
                .mapToObj(index -> given.get(index).toDefinition("prerequisites[" + index + "]"))
                .toList();
    }
}
