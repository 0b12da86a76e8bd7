package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.frame.Quantity;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.listing.boundary.FlagRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A row of the flag list. */
public record ListedFlag(FlagRow row, List<EnvironmentMark> environments) {
    public String getKey() {
        return row.flag().key().value();
    }

    public FlagView getFlag() {
        return row.flag();
    }

    public boolean isNamed() {
        return !row.flag().name().equals(getKey());
    }

    public boolean isFavourite() {
        return row.favourite();
    }

    public boolean isStale() {
        return !row.flag().staleness().reasons().isEmpty();
    }

    /** A cell for each environment, in their order. */
    public List<StateCell> getCells() {
        return environments.stream()
                .flatMap(mark -> row.environments().stream()
                        .filter(summary -> summary.environment().value().equals(mark.key()))
                        .map(summary -> new StateCell(mark, summary)))
                .toList();
    }

    public String getLine() {
        return Sparkline.line(row.hourly());
    }

    public String getArea() {
        return Sparkline.area(row.hourly());
    }

    /** The number of the colour of the curve; grey if nobody asked. */
    public int getColour() {
        return row.evaluations() == 0 ? 0 : 1;
    }

    /** The evaluations of the last day, in few digits. */
    public String getEvaluations() {
        return row.evaluations() == 0 ? MessageBundle.format("flags.none") : Quantity.brief(row.evaluations());
    }

    public Instant getChangedAt() {
        return row.changedAt();
    }

    public Instant getCreatedAt() {
        return row.flag().createdAt();
    }

    /** Who changed it last; empty if that is not recorded. */
    public String getChangedBy() {
        return Objects.requireNonNullElse(row.changedBy(), "");
    }
}
