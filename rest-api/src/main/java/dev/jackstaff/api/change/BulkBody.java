package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that makes the same change of many flags.
 *
 * @param environment the key of the environment in which settings are changed
 * @param flags 1 to 1,000 keys
 * @param changes 1 to 100 instructions without a flag
 * @param reason why the change is made, for people
 * @param ticket what asked for it, in another system
 * @param dryRun true to be told what would be done, and nothing else
 */
public record BulkBody(
        @Nullable String environment,
        @Nullable List<@Nullable String> flags,
        @Nullable List<@Nullable InstructionBody> changes,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Boolean dryRun) {
    private static final int MAX_FLAGS = 1_000;
    private static final int MAX_CHANGES = 100;

    /** The change of each flag, in the order of the request. */
    Map<FlagKey, ChangeRequest> requests() {
        EnvironmentKey place = RequestFields.parseOptional("environment", environment, EnvironmentKey::new);
        List<FlagKey> keys = RequestFields.parseList("flags", flags, FlagKey::new);
        List<InstructionBody> bodies = RequestFields.list("changes", changes);
        requireSize("flags", keys, MAX_FLAGS);
        requireSize("changes", bodies, MAX_CHANGES);
        Map<FlagKey, ChangeRequest> requests = new LinkedHashMap<>();
        for (FlagKey key : keys) {
            List<ChangeStep> steps = new ArrayList<>();
            for (int i = 0; i < bodies.size(); i++) {
                steps.add(new InstructionReader(bodies.get(i), "changes[" + i + "]", place).readOf(key));
            }
            requests.put(key, new ChangeRequest(steps, ChangeBase.NONE, ChangeOptions.note(reason, ticket)));
        }
        return requests;
    }

    private static void requireSize(String field, List<?> list, int most) {
        if (list.isEmpty() || list.size() > most) {
            throw new DomainException.Invalid(field, "must be 1 to " + most);
        }
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
