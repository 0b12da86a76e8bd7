package dev.jackstaff.protocols.settings;

import java.util.List;

/**
 * A setting of an edge: Jackstaff's name for it, and the names that edges of foreign systems use, so that one of their
 * containers can be replaced without changing its environment. The effect of a setting is where it is used.
 */
public interface Setting {
    /** Jackstaff's name for the setting, as MicroProfile Config has it. */
    String property();

    /** The format of its values. */
    SettingFormat format();

    /** The foreign names for the setting, in order of precedence; Jackstaff's name precedes them all. */
    List<SettingAlias> aliases();

    /** A value without the quotes around it, which some ways of setting a variable leave there. */
    static String unquoted(String value) {
        int last = value.length() - 1;
        boolean quoted = last > 0 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        if (!quoted || value.charAt(last) != value.charAt(0)) {
            return value;
        }
        String inner = value.substring(1, last).strip();
        boolean severalTexts = inner.indexOf(value.charAt(0)) >= 0 && !inner.startsWith("[") && !inner.startsWith("{");
        return severalTexts ? value : inner;
    }

    /**
     * The normalized value.
     *
     * @throws IllegalArgumentException naming the setting, if the value has another format
     */
    default String normalize(String value) {
        try {
            return format().normalize(format() == SettingFormat.SECRET ? value : unquoted(value));
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    property() + " must be " + format().description() + ", not \"" + value + "\"", invalid);
        }
    }
}
