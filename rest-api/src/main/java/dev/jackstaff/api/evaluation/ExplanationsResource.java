package dev.jackstaff.api.evaluation;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemException;
import dev.jackstaff.api.problem.ProblemType;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The explanations resource: evaluations step by step, by the code that edges run. */
@Path("/api/v1/projects/{project}/flags/{flag}/environments/{environment}/explanations")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@APIResponse(responseCode = "503", ref = "Problem")
@Tag(name = "Flags")
public class ExplanationsResource {
    @Inject
    FlagStates states;

    @Inject
    History history;

    @Inject
    LiveEnvironments live;

    @POST
    @Operation(
            summary = "Explain the evaluation of a flag for a context",
            description =
                    "Every prerequisite, rule and condition that was evaluated, with its result. Nothing is changed."
                            + " With \"revision\", or \"at\" with an instant, as the flag was then.")
    @APIResponseSchema(ExplanationResponse.class)
    public ExplanationResponse explain(
            @PathParam("project") ProjectKey project,
            @PathParam("flag") FlagKey flag,
            @PathParam("environment") EnvironmentKey environment,
            ExplanationRequest request) {
        states.get(new FlagAddress(project, flag, environment));
        EvaluationContext context = context(request);
        Long revision = revision(project, environment, request);
        if (revision != null) {
            FlagSet flags = SnapshotCompiler.compile(history.at(project, environment, revision));
            return response(project, environment, flags.explain(flag.value(), context), revision);
        }
        ServedEnvironment served = served(project, environment);
        return response(project, environment, served.flags().explain(flag.value(), context), served.revision());
    }

    private ExplanationResponse response(
            ProjectKey project, EnvironmentKey environment, Explanation explanation, long revision) {
        return ExplanationResponse.of(
                explanation,
                revision,
                history.valuesAt(project, environment, ExplanationResponse.flagsOf(explanation), revision));
    }

    private @Nullable Long revision(ProjectKey project, EnvironmentKey environment, ExplanationRequest request) {
        Long revision = request.revision();
        if (request.at() == null) {
            return revision;
        }
        if (revision != null) {
            throw new DomainException.Invalid("at", "must be left out if there is a revision");
        }
        return history.revisionAt(
                project, environment, RequestFields.parse("at", request.at(), RequestFields::parseInstant));
    }

    private ServedEnvironment served(ProjectKey project, EnvironmentKey environment) {
        ServedEnvironment served = live.environment(environment.in(project).toString());
        if (served == null) {
            throw new ProblemException(
                    Problem.of(ProblemType.UNAVAILABLE, "the environment has no published snapshot yet; try again"));
        }
        return served;
    }

    private static EvaluationContext context(ExplanationRequest request) {
        try {
            return request.toContext();
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    Problem.invalid(List.of(new Violation("context", String.valueOf(malformed.getMessage())))),
                    malformed);
        }
    }
}
