package dev.jackstaff.api.flag;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.StaleReason;
import dev.jackstaff.domain.flag.boundary.FlagOverview;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.ValueType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body that describes a flag in a response, without its settings in environments.
 *
 * @param schema the JSON Schema that all values fit; left out if there is none
 * @param bucketing {@code murmur3/1} or {@code md5/1}
 * @param metadata what applications are told with each answer
 * @param type {@code boolean}, {@code string}, {@code integer}, {@code number} or {@code json}
 * @param kind {@code release}, {@code experiment}, {@code operational}, {@code kill-switch} or {@code permission}
 * @param stale whether people have marked it as no longer needed
 * @param staleness {@code active}; {@code stale} if people have marked it; {@code potentially-stale} if something else
 *     speaks for it being no longer needed
 * @param staleReasons what speaks for it: {@code marked}, {@code past-lifetime}, {@code not-evaluated}, {@code same-answer}
 * @param environments where it is on; left out unless the list of flags was asked for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlagResponse(
        String key,
        String name,
        String description,
        @Schema(implementation = ValueType.class) String type,
        @Schema(implementation = FlagKind.class) String kind,
        String owner,
        List<String> tags,
        boolean serverOnly,
        boolean archived,
        List<VariantBody> variants,
        List<PrerequisiteBody> prerequisites,
        @Schema(implementation = Object.class) @Nullable JsonText schema,
        String bucketing,
        @Schema(implementation = Object.class) JsonText metadata,
        List<LinkBody> links,
        boolean stale,
        String createdAt,
        String updatedAt,
        String staleness,
        List<String> staleReasons,
        @Nullable List<FlagEnvironmentResponse> environments,
        long version) {
    static FlagResponse of(FlagView view) {
        return of(view, null);
    }

    static FlagResponse of(FlagOverview overview) {
        return of(overview.flag(), FlagEnvironmentResponse.of(overview));
    }

    private static FlagResponse of(FlagView view, @Nullable List<FlagEnvironmentResponse> environments) {
        String schema = view.traits().schema();
        return new FlagResponse(
                view.key().value(),
                view.name(),
                view.description(),
                view.type().label(),
                view.kind().label(),
                view.owner(),
                view.tags(),
                view.serverOnly(),
                view.archived(),
                view.variants().stream().map(VariantBody::of).toList(),
                view.prerequisites().stream().map(PrerequisiteBody::of).toList(),
                schema == null ? null : JsonText.parse(schema),
                view.traits().bucketing().label(),
                JsonText.parse(view.traits().metadataJson()),
                view.traits().links().stream().map(LinkBody::of).toList(),
                view.traits().stale(),
                view.createdAt().toString(),
                view.updatedAt().toString(),
                view.staleness().label(),
                view.staleness().reasons().stream().map(StaleReason::label).toList(),
                environments,
                view.version());
    }
}
