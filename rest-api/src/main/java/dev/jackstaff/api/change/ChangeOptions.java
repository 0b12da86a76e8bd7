package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The parsing of members that all requests for changes have. */
final class ChangeOptions {
    private ChangeOptions() {}

    /**
     * What the caller has seen.
     *
     * @param base a revision of the environment, or an object of revisions by environment; null for none
     * @param environment the environment of the request; null if it names none
     */
    static ChangeBase base(@Nullable JsonText base, @Nullable Long projectBase, @Nullable EnvironmentKey environment) {
        return new ChangeBase(
                bases(base, environment), projectBase == null ? OptionalLong.empty() : OptionalLong.of(projectBase));
    }

    private static Map<EnvironmentKey, Long> bases(@Nullable JsonText base, @Nullable EnvironmentKey environment) {
        if (base == null) {
            return Map.of();
        }
        if (!base.json().startsWith("{")) {
            if (environment == null) {
                throw new DomainException.Invalid(
                        "base", "needs an environment; the project's revision is the projectBase");
            }
            return Map.of(environment, RequestFields.whole("base", base));
        }
        Map<EnvironmentKey, Long> bases = new LinkedHashMap<>();
        RequestFields.members("base", base)
                .forEach((key, revision) -> bases.put(
                        RequestFields.parse("base", key, EnvironmentKey::new),
                        RequestFields.whole("base." + key, revision)));
        return bases;
    }

    static ChangeNote note(@Nullable String reason, @Nullable String ticket) {
        return new ChangeNote(RequestFields.text(reason), RequestFields.text(ticket));
    }
}
