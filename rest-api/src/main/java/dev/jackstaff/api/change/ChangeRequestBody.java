package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.json.ContextReader;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
 * @param contexts at most 1,000 evaluation contexts, as in OFREP: the answer says how many of them are answered otherwise
 * @param changes 1 to 1,000; all are made, or none
 */
public record ChangeRequestBody(
        @Nullable String environment,
        @Schema(implementation = Object.class) @Nullable JsonText base,
        @Nullable Long projectBase,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Boolean dryRun,
        @Schema(type = SchemaType.ARRAY, implementation = Object.class) @Nullable List<@Nullable JsonText> contexts,
        @Nullable List<@Nullable InstructionBody> changes) {
    private static final int MAX_CHANGES = 1_000;
    private static final int MAX_CONTEXTS = 1_000;

    ChangeRequest toRequest() {
        EnvironmentKey place = RequestFields.parseOptional("environment", environment, EnvironmentKey::new);
        List<InstructionBody> bodies = RequestFields.list("changes", changes);
        if (bodies.isEmpty() || bodies.size() > MAX_CHANGES) {
            throw new DomainException.Invalid("changes", "must be 1 to " + MAX_CHANGES);
        }
        List<ChangeStep> steps = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            steps.add(new InstructionReader(bodies.get(i), "changes[" + i + "]", place).read());
        }
        return new ChangeRequest(
                steps,
                ChangeOptions.base(base, projectBase, place),
                ChangeOptions.note(reason, ticket),
                evaluationContexts());
    }

    private List<EvaluationContext> evaluationContexts() {
        List<JsonText> given = RequestFields.list("contexts", contexts);
        if (given.size() > MAX_CONTEXTS) {
            throw new DomainException.Invalid("contexts", "must be at most " + MAX_CONTEXTS);
        }
        List<EvaluationContext> read = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            try {
                read.add(ContextReader.read(given.get(i)));
            } catch (IllegalArgumentException malformed) {
                throw new DomainException.Invalid("contexts[" + i + "]", String.valueOf(malformed.getMessage()));
            }
        }
        return read;
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
