package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.listing.FlagFilter;
import dev.jackstaff.domain.listing.FlagMark;
import dev.jackstaff.domain.listing.FlagSort;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.ValueType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the address of the flag list says: which flags are shown, and in which order. */
@RequestScoped
public class FlagListAddress {
    static final String STATE = "state";
    static final String SCOPE = "scope";
    static final String YES = "yes";

    /** The times within which a flag may have been changed, by their names in an address. */
    static final Map<String, Duration> PERIODS = Map.of(
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30),
            "year", Duration.ofDays(365));

    @Inject
    Here here;

    @Inject
    Clock clock;

    /** The filter of all parameters together. */
    public FlagFilter filter() {
        FlagFilter filter = FlagFilter.ALL
                .withText(here.parameter("q").strip())
                .of(
                        first(ValueType.values(), type -> type.label().equals(here.parameter("type"))),
                        FlagKind.LABELS.find(here.parameter("kind")).orElse(null))
                .labelled(here.parameter("tag").strip(), here.parameter("owner").strip());
        filter = marked(filter, FlagMark.LABELS.find(here.parameter("view")));
        filter = marked(filter, named(FlagMark.STALE));
        filter = marked(filter, named(FlagMark.ARCHIVED));
        Duration period = PERIODS.get(here.parameter("changed"));
        return inState(
                period == null ? filter : filter.changedSince(clock.instant().minus(period)));
    }

    private static FlagFilter marked(FlagFilter filter, Optional<FlagMark> mark) {
        return mark.map(filter::with).orElse(filter);
    }

    private Optional<FlagMark> named(FlagMark mark) {
        return here.parameter(mark.label()).equals(YES) ? Optional.of(mark) : Optional.empty();
    }

    private FlagFilter inState(FlagFilter filter) {
        EnvironmentKey place = new EnvironmentKey(scope());
        return switch (here.parameter(STATE)) {
            case "on" -> filter.in(place, true);
            case "off" -> filter.in(place, false);
            case "rolling-out" -> filter.in(place, null).with(FlagMark.ROLLING_OUT);
            case "held-off" -> filter.in(place, null).with(FlagMark.HELD_OFF);
            case "killed" -> filter.in(place, null).with(FlagMark.KILLED);
            default -> filter;
        };
    }

    /** The key of the environment whose state is asked: that of the page, unless the filter names another. */
    String scope() {
        String named = here.parameter(SCOPE);
        return named.isEmpty() ? here.getEnvironment().key() : named;
    }

    private static <T> @Nullable T first(T[] values, Predicate<T> wanted) {
        return Arrays.stream(values).filter(wanted).findFirst().orElse(null);
    }

    /** The order. */
    public FlagSort sort() {
        return FlagSort.LABELS.find(here.parameter("sort")).orElse(FlagSort.KEY);
    }

    /** The query string of all this, for a saved view. */
    SavedQuery query() {
        Map<String, String> parameters = new TreeMap<>();
        here.getParameters().forEach(one -> parameters.put(one.getKey(), one.getValue()));
        if (!here.parameter(STATE).isEmpty()) {
            parameters.put(SCOPE, scope());
        }
        return new SavedQuery(parameters);
    }
}
