package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.boundary.RestoreRequest;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that restores what was.
 *
 * @param environment the key of the environment whose settings come back; left out if none do
 * @param revision the revision of that environment
 * @param projectRevision the revision of the project whose flags and segments come back, and without a choice of them what else
 *     all environments share; left out if nothing does
 * @param flags the keys of the flags to restore; left out, with no segments, for everything
 * @param segments the keys of the segments to restore
 * @param base as in a change
 * @param projectBase as in a change
 * @param reason why it is done, for people
 * @param ticket what asked for it, in another system
 * @param dryRun true to be told what would be done, and nothing else
 */
public record RestoreBody(
        @Nullable String environment,
        @Nullable Long revision,
        @Nullable Long projectRevision,
        @Nullable List<@Nullable String> flags,
        @Nullable List<@Nullable String> segments,
        @Schema(implementation = Object.class) @Nullable JsonText base,
        @Nullable Long projectBase,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Boolean dryRun) {
    RestoreRequest toRequest() {
        return new RestoreRequest(
                place(),
                optional(revision),
                optional(projectRevision),
                Set.copyOf(RequestFields.parseList("flags", flags, FlagKey::new)),
                Set.copyOf(RequestFields.parseList("segments", segments, SegmentKey::new)));
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private @Nullable EnvironmentKey place() {
        return RequestFields.parseOptional("environment", environment, EnvironmentKey::new);
    }

    ChangeBase toBase() {
        return ChangeOptions.base(base, projectBase, place());
    }

    ChangeNote toNote() {
        return ChangeOptions.note(reason, ticket);
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
