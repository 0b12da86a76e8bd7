package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.SettingsPart;
import dev.jackstaff.domain.change.boundary.Promotion;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.history.boundary.RevisionAddress;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that takes settings from one environment to another.
 *
 * @param from the environment that they are taken from, or one of its revisions: {@code staging}, {@code staging@12}
 * @param to the environment that gets them
 * @param flags the keys of the flags; left out for all
 * @param parts what is taken: {@code enabled}, {@code off-variant}, {@code fallthrough}, {@code rules},
 *     {@code values}; left out for all
 * @param base as in a change, of the environment that gets them
 * @param reason why it is done, for people
 * @param ticket what asked for it, in another system
 * @param dryRun true to be told what would be done, and nothing else
 */
public record PromotionBody(
        @Nullable String from,
        @Nullable String to,
        @Nullable List<@Nullable String> flags,
        @Nullable List<@Nullable String> parts,
        @Schema(implementation = Object.class) @Nullable JsonText base,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Boolean dryRun) {
    Promotion toPromotion(ProjectKey project) {
        RevisionAddress source = source(project);
        return new Promotion(
                source.environment(),
                source.revision(),
                target(),
                Set.copyOf(RequestFields.parseList("flags", flags, FlagKey::new)),
                parts == null ? SettingsPart.USUAL : Set.copyOf(parsedParts()));
    }

    private RevisionAddress source(ProjectKey project) {
        try {
            RevisionAddress address = RevisionAddress.parse(project, RequestFields.required("from", from));
            if (address.project().equals(project)) {
                return address;
            }
        } catch (IllegalArgumentException invalid) {
            throw new DomainException.Invalid("from", String.valueOf(invalid.getMessage()));
        }
        throw new DomainException.Invalid("from", "must be an environment of the same project");
    }

    private EnvironmentKey target() {
        return RequestFields.parse("to", to, EnvironmentKey::new);
    }

    private List<SettingsPart> parsedParts() {
        return RequestFields.list("parts", parts).stream()
                .map(part -> RequestFields.parseLabel("parts", part, SettingsPart.LABELS))
                .toList();
    }

    ChangeBase toBase() {
        return ChangeOptions.base(base, null, target());
    }

    ChangeNote toNote() {
        return ChangeOptions.note(reason, ticket);
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
