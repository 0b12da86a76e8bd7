package dev.jackstaff.admin.usage;

import dev.jackstaff.admin.chart.Counts;
import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.domain.usage.UnknownFlagView;
import dev.jackstaff.domain.usage.boundary.UsageStatistics;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that clients of the project ask for and that are no flags, in all its environments. */
@Named
@RequestScoped
public class UnknownFlagsView {
    /** The number of names on the page; whoever has more needs the API. */
    private static final int SHOWN = 100;

    @Inject
    Here here;

    @Inject
    UsageStatistics statistics;

    private final LazyValue<List<UnknownFlagView>> found = new LazyValue<>(this::read);

    /** A name in one environment. */
    public record Row(UnknownFlagView flag, @Nullable EnvironmentMark environment) {
        /** Application and SDK of who asked last; empty if clients do not say. */
        public String client() {
            return Stream.of(flag.application(), flag.sdk())
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        /** The evaluations, short. */
        public String evaluations() {
            return Counts.compact(flag.evaluations());
        }
    }

    /** Reads the names, so that the page of a project that does not exist is not found. */
    public void open() {
        found.get(here);
        here.getEnvironment();
    }

    private List<UnknownFlagView> read() {
        return statistics.unknownFlags(here.projectKey(), Optional.empty());
    }

    /** Those seen last, first. */
    public List<Row> getRows() {
        return found.get(here).stream()
                .limit(SHOWN)
                .map(flag -> new Row(flag, markOf(flag)))
                .toList();
    }

    /** How many names there are beside those on the page. */
    public int getMore() {
        return Math.max(0, found.get(here).size() - SHOWN);
    }

    private @Nullable EnvironmentMark markOf(UnknownFlagView flag) {
        return here.getEnvironments().stream()
                .filter(mark -> mark.key().equals(flag.environment()))
                .findFirst()
                .orElse(null);
    }
}
