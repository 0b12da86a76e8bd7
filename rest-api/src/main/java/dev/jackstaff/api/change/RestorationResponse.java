package dev.jackstaff.api.change;

import dev.jackstaff.domain.change.FlagRestoration;
import java.util.List;

/**
 * A flag that turns on again by itself.
 *
 * @param environments those in which it was on, and is off now
 * @param killedBy who turned it off
 */
public record RestorationResponse(String restoreAt, List<String> environments, String killedBy) {
    public RestorationResponse {
        environments = List.copyOf(environments);
    }

    static RestorationResponse of(FlagRestoration restoration) {
        return new RestorationResponse(
                restoration.due().toString(),
                restoration.environments().stream().map(Object::toString).toList(),
                restoration.killedBy());
    }
}
