package dev.jackstaff.admin.flag;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tags as people type them, separated by commas. One that has a comma or a double quote stands in double quotes. */
public final class Tags {
    /** A tag in quotes up to the next comma, or anything up to it. */
    private static final Pattern PART = Pattern.compile("\\s*\"((?:[^\"]|\"\")*)\"\\s*(?=,|$)|[^,]+");

    private Tags() {}

    /** The tags in a text, each once. */
    public static List<String> parse(String typed) {
        LinkedHashSet<String> tags = new LinkedHashSet<>();
        Matcher part = PART.matcher(typed);
        while (part.find()) {
            String quoted = part.group(1);
            tags.add((quoted == null ? part.group() : quoted.replace("\"\"", "\"")).strip());
        }
        tags.remove("");
        return new ArrayList<>(tags);
    }

    /** A text in which {@link #parse} finds these tags. */
    public static String text(List<String> tags) {
        return tags.stream().map(Tags::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String tag) {
        return tag.contains(",") || tag.contains("\"") ? '"' + tag.replace("\"", "\"\"") + '"' : tag;
    }
}
