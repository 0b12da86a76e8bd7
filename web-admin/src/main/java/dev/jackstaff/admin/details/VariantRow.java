package dev.jackstaff.admin.details;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.domain.flag.FlagVariant;
import java.util.Map;

/**
 * A variant with its values.
 *
 * @param dot the class of its colour
 * @param off whether it is served while the flag is off, in the environment that the page is about
 * @param edited whether the draft changes it
 * @param own its value in the environments in which it has one of its own, by their keys
 */
public record VariantRow(
        FlagVariant variant, String dot, boolean off, boolean selected, boolean edited, Map<String, String> own) {
    private static final int MAX_SHOWN = 18;

    public VariantRow {
        own = Map.copyOf(own);
    }

    public String getKey() {
        return variant.key();
    }

    public String getDescription() {
        return variant.description();
    }

    public String getDot() {
        return dot;
    }

    public boolean isOff() {
        return off;
    }

    public boolean isSelected() {
        return selected;
    }

    public boolean isEdited() {
        return edited;
    }

    /** The value everywhere where there is no other, shortened. */
    public String getValue() {
        return shortened(variant.value().json());
    }

    /** The value that it has in an environment only, shortened; empty if it has none. */
    public String ownIn(EnvironmentMark mark) {
        return shortened(own.getOrDefault(mark.key(), ""));
    }

    private static String shortened(String json) {
        return json.codePointCount(0, json.length()) <= MAX_SHOWN
                ? json
                : json.substring(0, json.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    }
}
