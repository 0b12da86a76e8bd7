package dev.jackstaff.api.usage;

import dev.jackstaff.api.json.Member;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.usage.boundary.UsageQuery;
import dev.jackstaff.domain.usage.boundary.UsageQuery.Step;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which usage a request asks for: the last day by hour, or the last 30 days by day, where it does not say. */
final class UsageTime {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final List<String> STEPS =
            Stream.of(Step.values()).map(Step::label).toList();

    private UsageTime() {}

    static UsageQuery in(MultivaluedMap<String, String> parameters, Instant now) {
        String by = parameters.getFirst("by");
        Step step = by == null ? Step.HOUR : Member.named("by", by, UsageTime::step, STEPS);
        Instant given = Member.parsedIfAny("to", parameters.getFirst("to"), Member::instant);
        Instant to = given == null ? now : given;
        Instant from = Member.parsedIfAny("from", parameters.getFirst("from"), Member::instant);
        EnvironmentKey environment =
                Member.parsedIfAny("environment", parameters.getFirst("environment"), EnvironmentKey::new);
        return new UsageQuery(
                Optional.ofNullable(environment),
                from == null ? to.minus(step == Step.HOUR ? DAY : MONTH) : from,
                to,
                step);
    }

    private static Optional<Step> step(String label) {
        return Stream.of(Step.values())
                .filter(step -> step.label().equals(label))
                .findFirst();
    }
}
