package dev.jackstaff.admin.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bar of all buckets with the one that somebody is in.
 *
 * @param label what it shows, for who cannot see it
 * @param parts what is chosen, from left to right
 * @param pin where the bucket is; null if there is none
 * @param pinText the words of the pin
 */
public record BucketBar(String label, List<Part> parts, @Nullable Double pin, String pinText) {
    /** The width of the drawing. */
    public static final int WIDTH = 600;

    private static final double LABEL_MARGIN = 40;

    public BucketBar {
        parts = List.copyOf(parts);
    }

    /**
     * A range of buckets.
     *
     * @param style the classes of its colour
     * @param text the words above its right end; empty for none
     */
    public record Part(double x, double width, String style, String text) {
        /** Where it ends. */
        public double end() {
            return x + width;
        }
    }

    /** A bar in the making. */
    public static final class Builder {
        private final List<Part> parts = new ArrayList<>();
        private final double scale;
        private double reached;

        /** A bar of so many buckets. */
        public Builder(long buckets) {
            this.scale = (double) WIDTH / Math.max(1, buckets);
        }

        /** Adds a range of buckets to the right. */
        public Builder part(long buckets, String style, String text) {
            double width = rounded(buckets * scale);
            if (width > 0) {
                parts.add(new Part(reached, width, style, text));
                reached = rounded(reached + width);
            }
            return this;
        }

        /** The bar, with a pin at a bucket. */
        public BucketBar at(@Nullable Integer bucket, String pinText, String label) {
            return new BucketBar(
                    label, parts, bucket == null ? null : Math.min(WIDTH, rounded(bucket * scale)), pinText);
        }

        private static double rounded(double length) {
            return Math.round(length * 10) / 10.0;
        }
    }

    /** Where the words of the pin are centred, so that they stay within the drawing. */
    public double pinTextX() {
        return pin == null ? 0 : Math.min(WIDTH - LABEL_MARGIN, Math.max(LABEL_MARGIN, pin));
    }
}
