package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that changes a project.
 *
 * @param environment the key of the environment in which settings are changed, unless an instruction says another
 * @param base the revision of the environment that the caller has seen, or an object of revisions by environment; left out
 *     to change whatever is there
 * @param projectBase the revision of the project that the caller has seen, for what all environments share; likewise
 * @param reason why the change is made, for people
 * @param ticket what asked for it, in another system
 * @param dryRun true to be told what would be done, and nothing else
 * @param changes at least one; all are made, or none
 */
public record ChangeRequestBody(
        @Nullable String environment,
        @Schema(implementation = Object.class) @Nullable JsonText base,
        @Nullable Long projectBase,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Boolean dryRun,
        @Nullable List<@Nullable InstructionBody> changes) {
    ChangeRequest toRequest() {
        EnvironmentKey place = RequestFields.parseOptional("environment", environment, EnvironmentKey::new);
        List<InstructionBody> bodies = RequestFields.list("changes", changes);
        List<ChangeStep> steps = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            steps.add(new InstructionReader(bodies.get(i), "changes[" + i + "]", place).read());
        }
        return new ChangeRequest(
                steps,
                new ChangeBase(bases(place), projectBase == null ? OptionalLong.empty() : OptionalLong.of(projectBase)),
                new ChangeNote(RequestFields.text(reason), RequestFields.text(ticket)));
    }

    private Map<EnvironmentKey, Long> bases(@Nullable EnvironmentKey place) {
        if (base == null) {
            return Map.of();
        }
        if (!base.json().startsWith("{")) {
            if (place == null) {
                throw new DomainException.Invalid(
                        "base", "needs an environment; the project's revision is the projectBase");
            }
            return Map.of(place, RequestFields.whole("base", base));
        }
        Map<EnvironmentKey, Long> bases = new LinkedHashMap<>();
        RequestFields.members("base", base)
                .forEach((key, revision) -> bases.put(
                        RequestFields.parse("base", key, EnvironmentKey::new),
                        RequestFields.whole("base." + key, revision)));
        return bases;
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
