package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import java.util.Arrays;
import java.util.List;

/**
 * A filter that is set.
 *
 * @param name what is filtered, in words
 * @param value for what
 * @param without the address of the list without it
 */
public record FilterChip(String name, String value, String without) {
    /** Those of these parameters that the address has. */
    static List<FilterChip> of(Here here, String... parameters) {
        return Arrays.stream(parameters)
                .filter(parameter -> !here.parameter(parameter).isEmpty())
                .map(parameter -> new FilterChip(
                        MessageBundle.format("filter." + parameter),
                        here.parameter(parameter),
                        here.withParameter(parameter, "")))
                .toList();
    }

    public String getName() {
        return name;
    }

    public String getValue() {
        return value;
    }

    public String getWithout() {
        return without;
    }
}
