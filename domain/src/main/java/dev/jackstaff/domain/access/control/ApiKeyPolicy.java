package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.NewApiKey;
import dev.jackstaff.domain.access.entity.ApiKeySecret;
import java.time.Instant;
import java.util.Optional;

/** The rules for new API keys. */
public final class ApiKeyPolicy {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private ApiKeyPolicy() {}

    /** Creates the secret of a key that passed {@link #check}. */
    public static ApiKeySecret createSecret(NewApiKey command) {
        return command.secret() == null
                ? ApiKeySecret.generate(command.kind())
                : ApiKeySecret.fromOtherSystem(command.kind(), command.secret());
    }

    /**
     * Refuses a key without a name, with a scope its kind cannot have, that has expired already, or whose secret is
     * invalid.
     */
    public static void check(NewApiKey command, Instant now) {
        Violations violations = new Violations();
        violations.require(!command.name().isBlank(), "name", "is required");
        violations.checkText("name", command.name(), Violations.MAX_NAME_LENGTH);
        violations.require(
                Optional.ofNullable(command.expiresAt())
                        .map(end -> end.isAfter(now) && end.isBefore(END_OF_TIME))
                        .orElse(true),
                "expiresAt",
                "must be in the future and before the year 10000");
        boolean project = command.project() != null;
        boolean environment = command.environment() != null;
        violations.require(
                project == environment || (project && command.kind() == ApiKeyKind.ADMIN),
                project ? "environment" : "project",
                "is required: project and environment belong together");
        if (command.kind() == ApiKeyKind.ADMIN) {
            violations.require(!environment, "environment", "an admin key is not limited to an environment");
        } else if (command.kind() != ApiKeyKind.EDGE) {
            violations.require(
                    project, "project", "a " + command.kind().label() + " key belongs to a project and an environment");
        }
        String secret = command.secret();
        if (secret != null) {
            violations.require(
                    command.kind() == ApiKeyKind.SERVER || command.kind() == ApiKeyKind.CLIENT,
                    "secret",
                    "only server and client keys can come from another system");
            violations.attempt("secret", () -> ApiKeySecret.fromOtherSystem(command.kind(), secret));
        }
        violations.throwIfAny();
    }
}
