package dev.jackstaff.system;

import java.util.Locale;

/** Figures that a run prints, so that they can be read off its log. */
final class RunReport {
    private RunReport() {}

    @SuppressWarnings("SystemOut") // figures are for whoever watches the run
    static void print(String format, Object... figures) {
        System.out.printf(Locale.ROOT, "[figures] " + format + "%n", figures);
    }
}
