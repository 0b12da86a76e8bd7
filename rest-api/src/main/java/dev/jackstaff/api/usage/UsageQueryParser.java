package dev.jackstaff.api.usage;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.usage.UsageQuery;
import dev.jackstaff.domain.usage.UsageQuery.Interval;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The parser of usage query parameters; the default is the last day by hour, or the last 30 days by day. */
final class UsageQueryParser {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private UsageQueryParser() {}

    static UsageQuery parse(MultivaluedMap<String, String> parameters, Instant now) {
        String by = parameters.getFirst("by");
        Interval step = by == null ? Interval.HOUR : RequestFields.parseLabel("by", by, Interval.LABELS);
        Instant given = RequestFields.parseOptional("to", parameters.getFirst("to"), RequestFields::parseInstant);
        Instant to = given == null ? now : given;
        Instant from = RequestFields.parseOptional("from", parameters.getFirst("from"), RequestFields::parseInstant);
        EnvironmentKey environment =
                RequestFields.parseOptional("environment", parameters.getFirst("environment"), EnvironmentKey::new);
        return new UsageQuery(
                Optional.ofNullable(environment),
                from == null ? to.minus(step == Interval.HOUR ? DAY : MONTH) : from,
                to,
                step);
    }
}
