package dev.jackstaff.domain.movement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The buckets of one source, divided where something else is chosen. A source whose weights add up to different totals
 * before and after has a bucket of each total: both are remainders of one hash. Not thread-safe.
 */
final class BucketCells {
    private final TreeMap<Integer, SortedSet<Integer>> cuts = new TreeMap<>();

    /** Some buckets between which nothing makes a difference: the first bucket of each total, and their share of all. */
    record Cell(Map<Integer, Integer> buckets, Share share) {
        Cell {
            buckets = Map.copyOf(buckets);
        }
    }

    /** Notes that something else is chosen after a bucket. Buckets are counted from 1. */
    void cut(int total, int after) {
        cuts.computeIfAbsent(total, absent -> new TreeSet<>()).add(after);
    }

    /** The cells. Exact for one total or two; empty if there are more. */
    List<Cell> cells() {
        List<Integer> totals = List.copyOf(cuts.keySet());
        return switch (totals.size()) {
            case 1 -> cellsOf(totals.get(0));
            case 2 -> cellsOf(totals.get(0), totals.get(1));
            default -> List.of();
        };
    }

    private record Range(int first, int last) {
        /** How many buckets leave a remainder. */
        long count(int remainder, int divisor) {
            return upTo(last, remainder, divisor) - upTo(first - 1, remainder, divisor);
        }

        /** How many of the buckets from 1 leave a remainder, counted from 0. */
        private static long upTo(int bucket, int remainder, int divisor) {
            return bucket <= remainder ? 0 : (bucket - 1 - remainder) / divisor + 1L;
        }
    }

    private List<Range> ranges(int total) {
        List<Range> ranges = new ArrayList<>();
        int first = 1;
        for (int cut : cuts.getOrDefault(total, new TreeSet<>())) {
            if (cut >= first && cut < total) {
                ranges.add(new Range(first, cut));
                first = cut + 1;
            }
        }
        ranges.add(new Range(first, total));
        return ranges;
    }

    private List<Cell> cellsOf(int total) {
        return ranges(total).stream()
                .map(range -> new Cell(Map.of(total, range.first), Share.of(range.last - range.first + 1L, total)))
                .toList();
    }

    /** Two remainders of one number are independent but for the remainder of their greatest common divisor. */
    private List<Cell> cellsOf(int some, int other) {
        int divisor = BigInteger.valueOf(some).gcd(BigInteger.valueOf(other)).intValue();
        BigInteger whole =
                BigInteger.valueOf(some).multiply(BigInteger.valueOf(other)).divide(BigInteger.valueOf(divisor));
        List<Cell> cells = new ArrayList<>();
        for (Range one : ranges(some)) {
            for (Range two : ranges(other)) {
                BigInteger count = BigInteger.ZERO;
                for (int remainder = 0; remainder < divisor; remainder++) {
                    count = count.add(BigInteger.valueOf(one.count(remainder, divisor))
                            .multiply(BigInteger.valueOf(two.count(remainder, divisor))));
                }
                Map<Integer, Integer> buckets = new HashMap<>();
                buckets.put(some, one.first);
                buckets.put(other, two.first);
                cells.add(new Cell(buckets, new Share(count, whole)));
            }
        }
        return cells;
    }
}
