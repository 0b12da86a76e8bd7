package dev.jackstaff.api.problem;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.engine.snapshot.DocumentException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The mapper of exceptions and statuses to problem documents. Bad input is logged at FINE, internal errors with their
 * stack.
 */
public final class ProblemMapper {
    private static final int SERVER_ERROR = 500;
    private static final int RETRY_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    private ProblemMapper() {}

    /** The answer to a failure; the first known cause decides. */
    static ProblemAnswer map(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<ProblemAnswer> known = knownAnswer(cause);
            if (known.isPresent()) {
                LOG.log(Level.FINE, "Refused.", failure);
                return known.get();
            }
        }
        Optional<Throwable> outage = DatabaseOutage.find(failure);
        if (outage.isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "The database does not answer: {0}",
                    outage.get().getMessage());
            return ProblemAnswer.of(Problem.of(ProblemType.UNAVAILABLE, "the database does not answer; try again"))
                    .with(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Request failed, id " + id + ".", failure);
        return ProblemAnswer.of(Problem.internal(id));
    }

    private static Optional<ProblemAnswer> knownAnswer(Throwable failure) {
        if (failure instanceof ProblemException refused) {
            return Optional.of(ProblemAnswer.of(refused.problem()));
        }
        if (failure instanceof DomainException refused) {
            return Optional.of(refusal(refused));
        }
        if (failure instanceof DocumentException refused) {
            return Optional.of(
                    ProblemAnswer.of(Problem.invalid(List.of(new Violation(refused.path(), refused.reason())))));
        }
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < SERVER_ERROR) {
            return Optional.of(refusal(refused));
        }
        return Optional.empty();
    }

    private static ProblemAnswer refusal(DomainException refused) {
        return switch (refused.kind()) {
            case NOT_FOUND -> answer(ProblemType.NOT_FOUND, refused);
            case CONFLICT -> ProblemAnswer.of(Problem.conflict(refused.sentence(), refused.violations()));
            case STALE -> answer(ProblemType.STALE, refused);
            case FORBIDDEN -> answer(ProblemType.FORBIDDEN, refused);
            case UNAUTHENTICATED ->
                answer(ProblemType.UNAUTHENTICATED, refused)
                        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"jackstaff\"");
            case THROTTLED ->
                answer(ProblemType.THROTTLED, refused)
                        .with(
                                HttpHeaders.RETRY_AFTER,
                                Math.max(1, refused.retryAfter().toSeconds()));
            case INVALID -> ProblemAnswer.of(Problem.invalid(refused.violations()));
        };
    }

    private static ProblemAnswer answer(ProblemType type, DomainException refused) {
        return ProblemAnswer.of(Problem.of(type, refused.sentence()));
    }

    /** The answer to a refusal by the framework: of a route, a method, a media type, or an invalid key in a path. */
    private static ProblemAnswer refusal(WebApplicationException refused) {
        Response given = refused.getResponse();
        ProblemAnswer answer = ProblemAnswer.of(of(given.getStatus(), detail(refused)));
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? answer : answer.with(HttpHeaders.ALLOW, allow);
    }

    private static String detail(WebApplicationException refused) {
        if (refused.getCause() instanceof DomainException.Invalid invalid) {
            return invalid.violations().get(0).message();
        }
        return detail(refused.getResponse().getStatus(), String.valueOf(refused.getMessage()));
    }

    private static String detail(int status, String otherwise) {
        return switch (status) {
            case 404 -> "no resource has this address";
            case 405 -> "this resource does not support the method";
            case 406 -> "this resource is available as application/json only";
            case 415 -> "the body must be application/json";
            default -> otherwise;
        };
    }

    /** The problem that describes a status chosen by the server. */
    public static Problem of(int status) {
        ProblemType type = ProblemType.of(status);
        return Problem.of(type, status, detail(status, type.title()));
    }

    private static Problem of(int status, String detail) {
        return Problem.of(ProblemType.of(status), status, detail);
    }
}
