package dev.jackstaff.admin.design;

import dev.jackstaff.admin.chart.BucketBar;
import dev.jackstaff.admin.chart.StackedBars;
import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.history.HistoryDifference;
import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.domain.DomainException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Samples of what the parts of pages show. A page for developers: there is none unless a setting says so. */
@Named
@RequestScoped
public class DesignView {
    /** A switch, off by default. */
    static final String SHOWN = "jackstaff.hub.design";

    private static final int SLOTS = 24;
    private static final int BUCKETS = 100;

    @Inject
    Clock clock;

    /** Refuses the page where the setting does not allow it. */
    public void open() {
        if (!ConfigProvider.getConfig().getOptionalValue(SHOWN, Boolean.class).orElse(false)) {
            throw new DomainException.NotFound("page", "design");
        }
    }

    public EnvironmentMark getProduction() {
        return new EnvironmentMark("production", "production", true, "production");
    }

    public EnvironmentMark getStaging() {
        return new EnvironmentMark("staging", "staging", false, "violet");
    }

    public Instant getEarlier() {
        return clock.instant().minus(Duration.ofMinutes(12));
    }

    /** A rule. */
    public List<Piece> getSentence() {
        return sentence("25 %");
    }

    private static List<Piece> sentence(String share) {
        return List.of(
                Piece.of("join", "If"),
                Piece.of("attr", "country"),
                Piece.of("op", "is one of"),
                Piece.of("val", "DE"),
                Piece.of("val", "AT"),
                Piece.of("text", ", then"),
                Piece.of("strong", share),
                Piece.of("text", "get"),
                new Piece("serve", "on", "dot-1"));
    }

    public List<HistoryDifference> getDifferences() {
        return List.of(
                new HistoryDifference("Raise the rollout of rule 2 to 50 %", sentence("25 %"), sentence("50 %")),
                new HistoryDifference("Add rule 3", List.of(), sentence("5 %")),
                new HistoryDifference("Turn hello on in production", List.of(), List.of()));
    }

    public StackedBars getBars() {
        List<StackedBars.Slot> slots = IntStream.range(0, SLOTS)
                .mapToObj(hour -> new StackedBars.Slot(
                        hour + ":00", List.of(900L + hour * 40L, 400L + hour * 25L, 150L + hour * 5L)))
                .toList();
        return StackedBars.of("Evaluations rise from hour to hour", slots, List.of("f1", "f2", "f3"), List.of(0.5));
    }

    public BucketBar getBucket() {
        return new BucketBar.Builder(BUCKETS)
                .part(25, "f1", "25 %")
                .part(75, "f0", "")
                .at(12, "bucket 12", "Bucket 12 of 100 is within the first 25");
    }
}
