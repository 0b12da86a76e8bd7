package dev.jackstaff.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.engine.snapshot.DocumentException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemMapperTest {
    static Stream<Arguments> refusals() {
        DomainException.Conflict conflict = new DomainException.Conflict("it is taken");
        return Stream.of(
                argumentSet("not found", new DomainException.NotFound("flag", "a"), 404, "not-found"),
                argumentSet("conflict", conflict, 409, "conflict"),
                argumentSet("stale", new DomainException.Stale("flag"), 412, "stale"),
                argumentSet("forbidden", new DomainException.Forbidden("no"), 403, "forbidden"),
                argumentSet("unknown caller", new DomainException.Unauthenticated("no"), 401, "unauthenticated"),
                argumentSet("throttled", new DomainException.Throttled(Duration.ofSeconds(30)), 429, "throttled"),
                argumentSet("invalid", new DomainException.Invalid("a", "b"), 400, "invalid-request"),
                argumentSet("at commit", new TransactionalException("x", conflict), 409, "conflict"),
                argumentSet(
                        "deep inside", new IllegalStateException(new IllegalStateException(conflict)), 409, "conflict"),
                argumentSet(
                        "definition",
                        new DocumentException("no", "rules[0]", 1, 2, new IllegalArgumentException()),
                        400,
                        "invalid-request"),
                argumentSet("unknown route", new NotFoundException(), 404, "not-found"),
                argumentSet("wrong media type", new NotSupportedException(), 415, "unsupported-media-type"),
                argumentSet("wrong method", new NotAllowedException("GET", new String[0]), 405, "method-not-allowed"),
                argumentSet(
                        "database gone",
                        new IllegalStateException(new SQLException("refused", "08001")),
                        503,
                        "unavailable"),
                argumentSet(
                        "no connection in the pool",
                        new IllegalStateException(new ResourceAllocationException("refused")),
                        503,
                        "unavailable"),
                argumentSet(
                        "bad statement",
                        new IllegalStateException(new SQLException("no", "42601")),
                        500,
                        "internal-error"),
                argumentSet("internal error", new IllegalStateException("secret"), 500, "internal-error"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void failureBecomesItsProblem(Throwable failure, int status, String type) {
        ProblemAnswer answer = ProblemMapper.map(failure);

        assertThat(answer.toResponse().getStatus()).isEqualTo(status);
        assertThat(answer.toResponse().getMediaType()).hasToString("application/problem+json");
        assertThat(answer.toResponse().getEntity()).isEqualTo(answer.problem());
        assertThat(answer.problem().type()).isEqualTo("https://jackstaff.dev/problems/" + type);
        assertThat(answer.problem().status()).isEqualTo(status);
    }

    @Test
    void ownFaultTellsNothingButAnId() {
        Problem problem = ProblemMapper.map(new IllegalStateException("secret")).problem();

        assertThat(problem.id()).isNotEmpty();
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void invalidFieldsAreListed() {
        Problem problem = ProblemMapper.map(new DomainException.Invalid("tags[1]", "too long"))
                .problem();

        assertThat(problem.violations()).containsExactly(new Violation("tags[1]", "too long"));
        assertThat(problem.detail()).isEqualTo("tags[1]: too long");
    }

    @Test
    void headersSayWhatToDo() {
        assertThat(ProblemMapper.map(new DomainException.Unauthenticated("no"))
                        .toResponse()
                        .getHeaderString("WWW-Authenticate"))
                .startsWith("Bearer");
        assertThat(ProblemMapper.map(new DomainException.Throttled(Duration.ofMillis(1)))
                        .toResponse()
                        .getHeaderString("Retry-After"))
                .isEqualTo("1");
        assertThat(ProblemMapper.map(new NotAllowedException("GET", new String[] {"PUT"}))
                        .toResponse()
                        .getHeaderString("Allow"))
                .contains("PUT");
    }

    @Test
    void aStatusOfTheServerIsNamedInTheFormOfTheProtocol() {
        Problem problem = ProblemMapper.of(501);

        assertThat(problem.type()).isEqualTo("https://jackstaff.dev/problems/not-implemented");
        assertThat(ProtocolFormats.format("/api/v1/edge/sync/sse", problem)).hasValueSatisfying(refusal -> {
            assertThat(refusal.status()).isEqualTo(501);
            assertThat(refusal.body()).asString().contains("Not implemented");
        });
    }

    @ParameterizedTest
    @EnumSource
    void typeHasItsSectionInTheDocumentation(ProblemType type) throws IOException {
        String page = Files.readString(Path.of("../docs/problems.md"));

        assertThat(page).contains("## " + type.label() + "\n").contains(type.title());
    }
}
