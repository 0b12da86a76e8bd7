package dev.jackstaff.admin.flag;

import java.util.Arrays;
import java.util.List;

/** Tags as people type them, separated by commas. */
public final class Tags {
    private Tags() {}

    /** The tags in a text, each once. */
    public static List<String> parse(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }
}
