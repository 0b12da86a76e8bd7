package dev.jackstaff.domain.preference;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Labels;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings that each person has, with what is valid, and what holds until they choose. */
public enum Setting {
    /** The name of a time zone, such as {@code Europe/Stockholm}. */
    TIME_ZONE("UTC") {
        @Override
        boolean isValid(String value) {
            try {
                return ZoneId.getAvailableZoneIds().contains(ZoneId.of(value).getId());
            } catch (DateTimeException unknown) {
                return false;
            }
        }
    },
    /** A language tag of BCP 47, such as {@code en} or {@code pt-BR}; {@code auto} for that of the browser. */
    LANGUAGE("auto") {
        @Override
        boolean isValid(String value) {
            return value.equals(defaultValue()) || LANGUAGE_TAG.matcher(value).matches();
        }
    },
    /** Light, dark, or what the system of the person has. */
    THEME("system") {
        @Override
        boolean isValid(String value) {
            return Set.of("system", "light", "dark").contains(value);
        }
    },
    /** Whether single letters are shortcuts. */
    SINGLE_KEYS("on") {
        @Override
        boolean isValid(String value) {
            return Set.of("on", "off").contains(value);
        }
    },
    /** The columns of the list of flags, in their order, with commas between them; empty for the usual ones. */
    COLUMNS("") {
        @Override
        boolean isValid(String value) {
            return COLUMN_LIST.matcher(value).matches();
        }
    };

    private static final Pattern LANGUAGE_TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern COLUMN_LIST =
            Pattern.compile("|[A-Za-z0-9._~:-]{1,120}(,[A-Za-z0-9._~:-]{1,120}){0,60}");
    private static final int MAX_LENGTH = 1_000;

    public static final Labels<Setting> LABELS = Labels.of(values(), Setting::label);

    private final String defaultValue;

    Setting(String defaultValue) {
        this.defaultValue = defaultValue;
    }

    abstract boolean isValid(String value);

    /** The value that holds until the person chooses one. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Its name, such as {@code time-zone}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Refuses a value that the setting cannot have.
     *
     * @throws DomainException.Invalid with the name of the setting
     */
    public void check(String value) {
        if (value.length() > MAX_LENGTH || !isValid(value)) {
            throw new DomainException.Invalid(label(), "cannot be \"" + value + "\"");
        }
    }
}
