package dev.jackstaff.api.flag;

import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.StaleReason;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.engine.ValueType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body that describes a flag in a response, without its settings in environments.
 *
 * @param type {@code boolean}, {@code string}, {@code integer}, {@code number} or {@code json}
 * @param kind {@code release}, {@code experiment}, {@code operational}, {@code kill-switch} or {@code permission}
 * @param staleness {@code active}, or {@code potentially-stale} if something speaks for it being no longer needed
 * @param staleReasons what speaks for it: {@code past-lifetime}, {@code not-evaluated}, {@code same-answer}
 */
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
        String createdAt,
        String updatedAt,
        String staleness,
        List<String> staleReasons,
        long version) {
    static FlagResponse of(FlagView view) {
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
                view.createdAt().toString(),
                view.updatedAt().toString(),
                view.staleness().label(),
                view.staleness().reasons().stream().map(StaleReason::label).toList(),
                view.version());
    }
}
