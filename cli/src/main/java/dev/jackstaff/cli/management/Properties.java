package dev.jackstaff.cli.management;

import dev.jackstaff.cli.terminal.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** What is said of one thing: a line for each property that has a value. Not thread-safe. */
final class Properties {
    private static final int WIDTH = 15;

    private final List<String> lines = new ArrayList<>();

    Properties add(String name, String value) {
        if (!value.isEmpty()) {
            String title = name + ":";
            lines.add(title + " ".repeat(Math.max(1, WIDTH - title.length())) + PrintableText.of(value));
        }
        return this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
