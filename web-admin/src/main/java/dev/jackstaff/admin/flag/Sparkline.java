package dev.jackstaff.admin.flag;

import java.util.List;
import java.util.Locale;

/** A small line of counts, as a path in a picture of 64 by 20. */
final class Sparkline {
    private static final double WIDTH = 64;
    private static final double HEIGHT = 20;
    private static final double TOP = 2;

    private Sparkline() {}

    /** The line from left to right; flat at the foot if nothing was counted. */
    static String line(List<Long> counts) {
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = WIDTH / Math.max(1, counts.size() - 1);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < counts.size(); i++) {
            double y = HEIGHT - (HEIGHT - TOP) * counts.get(i) / most;
            path.append(i == 0 ? 'M' : 'L').append(number(i * step)).append(' ').append(number(y));
        }
        return path.toString();
    }

    /** The area below the line. */
    static String area(List<Long> counts) {
        return line(counts) + "L" + number(WIDTH) + " " + number(HEIGHT) + "L0 " + number(HEIGHT) + "Z";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }
}
