package dev.jackstaff.admin.flag;

import java.util.List;

/** A small line of counts, as a path in a picture of 64 by 20. */
final class Sparkline {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 20;
    private static final int TOP = 2;
    private static final String FLAT = "M0 " + HEIGHT + "L" + WIDTH + " " + HEIGHT;

    private Sparkline() {}

    /** The line from left to right; flat at the foot if nothing was counted. */
    static String line(List<Long> counts) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        if (most == 0) {
            return FLAT;
        }
        double step = (double) WIDTH / Math.max(1, counts.size() - 1);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < counts.size(); i++) {
            long x = Math.round(i * step);
            long y = Math.round(HEIGHT - (double) (HEIGHT - TOP) * counts.get(i) / most);
            path.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(y);
        }
        return path.toString();
    }

    /** The area below the line. */
    static String area(List<Long> counts) {
        return line(counts) + "L" + WIDTH + " " + HEIGHT + "L0 " + HEIGHT + "Z";
    }
}
