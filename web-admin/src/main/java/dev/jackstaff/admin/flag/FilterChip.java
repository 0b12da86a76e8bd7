package dev.jackstaff.admin.flag;

/**
 * A filter that is set.
 *
 * @param name what is filtered, in words
 * @param value for what
 * @param without the address of the list without it
 */
public record FilterChip(String name, String value, String without) {
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
