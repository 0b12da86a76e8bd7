package dev.jackstaff.admin.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart of stacked bars: one bar for each slot of time, with a part for each series.
 *
 * @param label the finding, for who cannot see it
 * @param bars the parts of all bars
 * @param lines the lines of the grid, from 0 upwards
 * @param labels the words below the bars
 * @param pins the marks of moments
 */
public record StackedBars(String label, List<Bar> bars, List<Line> lines, List<Label> labels, List<Pin> pins) {
    private static final double LEFT = 48;
    private static final double RIGHT = 1040;
    private static final double TOP = 26;
    private static final double BOTTOM = 246;
    private static final double FILLED = 0.72;
    private static final double GAP = 0.8;
    private static final int MAX_LINES = 5;
    private static final int MAX_LABELS = 8;
    private static final double PIN_WIDTH = 18;
    private static final int TEN = 10;

    public StackedBars {
        bars = List.copyOf(bars);
        lines = List.copyOf(lines);
        labels = List.copyOf(labels);
        pins = List.copyOf(pins);
    }

    /** A part of a bar; style is the class of its colour. */
    public record Bar(double x, double y, double width, double height, String style) {}

    /** A line of the grid. */
    public record Line(double y, String text) {}

    /** Words below a bar. */
    public record Label(double x, String text) {}

    /**
     * A marked moment.
     *
     * @param line where it is
     * @param x where its number stands, so that numbers do not cover each other
     */
    public record Pin(double line, double x, int number) {}

    /**
     * What a chart shows at one slot.
     *
     * @param values a count for each series, from the bottom to the top
     */
    public record Slot(String text, List<Long> values) {
        public Slot {
            values = List.copyOf(values);
        }

        long sum() {
            return values.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Draws a chart.
     *
     * @param styles the classes of the series' colours
     * @param moments the moments to mark, in their order, each from 0 for the beginning to 1 for the end
     */
    public static StackedBars of(String label, List<Slot> slots, List<String> styles, List<Double> moments) {
        long step = step(slots.stream().mapToLong(Slot::sum).max().orElse(0));
        long top = top(slots, step);
        double pitch = (RIGHT - LEFT) / Math.max(1, slots.size());
        List<Bar> bars = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        int every = (slots.size() + MAX_LABELS - 1) / MAX_LABELS;
        for (int i = 0; i < slots.size(); i++) {
            double x = LEFT + pitch * (i + (1 - FILLED) / 2);
            stack(bars, slots.get(i), styles, rounded(x), rounded(pitch * FILLED), top);
            if (i % every == 0) {
                labels.add(new Label(
                        rounded(LEFT + pitch * (i + 0.5)), slots.get(i).text()));
            }
        }
        return new StackedBars(label, bars, lines(step, top), labels, pins(moments));
    }

    private static List<Pin> pins(List<Double> moments) {
        List<Pin> pins = new ArrayList<>();
        double free = RIGHT;
        for (int i = moments.size() - 1; i >= 0; i--) {
            double line = rounded(LEFT + (RIGHT - LEFT) * moments.get(i));
            double x = rounded(Math.min(line, free));
            pins.add(0, new Pin(line, x, i + 1));
            free = x - PIN_WIDTH;
        }
        return pins;
    }

    private static void stack(List<Bar> bars, Slot slot, List<String> styles, double x, double width, long top) {
        double y = BOTTOM;
        for (int series = 0; series < slot.values().size(); series++) {
            double height = slot.values().get(series) * (BOTTOM - TOP) / top;
            if (height > 0) {
                y -= height;
                bars.add(new Bar(x, rounded(y), width, Math.max(GAP, rounded(height - GAP)), styles.get(series)));
            }
        }
    }

    private static List<Line> lines(long step, long top) {
        List<Line> lines = new ArrayList<>();
        for (long value = 0; value <= top; value += step) {
            lines.add(new Line(rounded(BOTTOM - value * (BOTTOM - TOP) / top), Counts.compact(value)));
        }
        return lines;
    }

    private static long top(List<Slot> slots, long step) {
        long max = slots.stream().mapToLong(Slot::sum).max().orElse(0);
        return Math.max(1, (max + step - 1) / step) * step;
    }

    /** The least of 1, 2, 5, 10, 20, 50 ... of which few enough reach the greatest value. */
    private static long step(long max) {
        long magnitude = 1;
        while (true) {
            for (long factor : List.of(1L, 2L, 5L)) {
                if (factor * magnitude * MAX_LINES >= max) {
                    return factor * magnitude;
                }
            }
            magnitude *= TEN;
        }
    }

    private static double rounded(double length) {
        return Math.round(length * TEN) / (double) TEN;
    }

    /** Where text beside a line of the grid stands. */
    public double textY(Line line) {
        return line.y() + 4;
    }
}
