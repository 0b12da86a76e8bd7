package dev.jackstaff.domain.listing.control;

import dev.jackstaff.domain.flag.Staleness;
import dev.jackstaff.domain.flag.control.StalenessQuery;
import dev.jackstaff.domain.flag.control.StateChanges;
import dev.jackstaff.domain.listing.FlagCounts;
import dev.jackstaff.domain.listing.FlagFilter;
import dev.jackstaff.domain.listing.FlagSort;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The flags of a list in the database. */
@ApplicationScoped
public class FlagListingStore {
    @Inject
    EntityManager entities;

    /**
     * What a list has of a flag beside the flag itself.
     *
     * @param hourly the evaluations in each of the last 24 hours, the present one last
     * @param changedBy who made the latest change; null if that is not recorded
     */
    public record Found(
            UUID id,
            boolean favourite,
            Staleness staleness,
            StateChanges changes,
            @Nullable String changedBy,
            List<Long> hourly) {
        public Found {
            hourly = List.copyOf(hourly);
        }
    }

    /** The flags of a page in their order, and the number of all that meet the filter. */
    public record Page(List<Found> flags, long total) {
        public Page {
            flags = List.copyOf(flags);
        }
    }

    /** A page of the flags that meet a filter; the total is 0 if the page is beyond the last. */
    public Page page(ListingContext context, FlagFilter filter, FlagSort sort, int offset, int limit) {
        List<?> found = new ListingStatement(context)
                .matching(filter)
                .page(entities, sort, offset, limit)
                .getResultList();
        List<Object[]> rows = found.stream().map(Object[].class::cast).toList();
        List<Found> flags = rows.stream().map(row -> found(context, row)).toList();
        return new Page(flags, rows.isEmpty() ? 0 : NativeColumns.number(rows.get(0)[1]));
    }

    private static Found found(ListingContext context, Object[] row) {
        StateChanges changes = row[7] == null
                ? StateChanges.NONE
                : new StateChanges(NativeColumns.instant(row[7]), NativeColumns.number(row[8]));
        return new Found(
                UUID.fromString((String) row[0]),
                (Boolean) row[2],
                StalenessQuery.of(row, 3),
                changes,
                (String) row[9],
                hourly(context, (String) row[10]));
    }

    private static List<Long> hourly(ListingContext context, @Nullable String pairs) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(ListingContext.HOURS, 0L));
        if (pairs == null) {
            return counts;
        }
        long first = context.dayAgo().getEpochSecond();
        for (String pair : pairs.split(",", -1)) {
            int equals = pair.indexOf('=');
            long seconds = Long.parseLong(pair.substring(0, equals)) - first;
            int hour = (int) (seconds / Duration.ofHours(1).toSeconds());
            if (hour >= 0 && hour < ListingContext.HOURS) {
                counts.set(hour, counts.get(hour) + Long.parseLong(pair.substring(equals + 1)));
            }
        }
        return counts;
    }

    /** The numbers of the standard views. */
    public FlagCounts counts(ListingContext context) {
        Object[] row = (Object[]) new ListingStatement(context).counts(entities).getSingleResult();
        return new FlagCounts(
                NativeColumns.number(row[0]),
                NativeColumns.number(row[1]),
                NativeColumns.number(row[2]),
                NativeColumns.number(row[3]),
                NativeColumns.number(row[4]),
                NativeColumns.number(row[5]));
    }
}
