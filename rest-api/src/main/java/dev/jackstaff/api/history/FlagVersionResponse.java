package dev.jackstaff.api.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.api.change.ChangeRecordResponse;
import dev.jackstaff.api.flag.LinkBody;
import dev.jackstaff.api.flag.PrerequisiteBody;
import dev.jackstaff.api.flag.VariantBody;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.history.FlagVersionView;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A flag as it was, until its next version.
 *
 * @param projectRevision the revision of the project since which it was so
 * @param schema the JSON Schema that all values fitted; left out if there was none
 * @param stale whether people had marked it as no longer needed
 * @param change what made it so; left out if that is not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlagVersionResponse(
        long projectRevision,
        String at,
        boolean archived,
        String name,
        String description,
        String type,
        String kind,
        String owner,
        List<String> tags,
        boolean serverOnly,
        List<VariantBody> variants,
        List<PrerequisiteBody> prerequisites,
        @Schema(implementation = Object.class) @Nullable JsonText schema,
        @Schema(implementation = Object.class) JsonText metadata,
        List<LinkBody> links,
        boolean stale,
        @Nullable ChangeRecordResponse change) {
    public FlagVersionResponse {
        tags = List.copyOf(tags);
        variants = List.copyOf(variants);
        prerequisites = List.copyOf(prerequisites);
        links = List.copyOf(links);
    }

    static FlagVersionResponse of(FlagVersionView view) {
        FlagDetails details = view.details();
        String schema = details.traits().schema();
        return new FlagVersionResponse(
                view.projectRevision(),
                view.at().toString(),
                view.archived(),
                details.name(),
                details.description(),
                details.type().label(),
                details.kind().label(),
                details.owner(),
                details.tags(),
                details.serverOnly(),
                details.variants().stream().map(VariantBody::of).toList(),
                details.prerequisites().stream().map(PrerequisiteBody::of).toList(),
                schema == null ? null : JsonText.parse(schema),
                JsonText.parse(details.traits().metadataJson()),
                details.traits().links().stream().map(LinkBody::of).toList(),
                details.traits().stale(),
                ChangeRecordResponse.ofNullable(view.change()));
    }
}
