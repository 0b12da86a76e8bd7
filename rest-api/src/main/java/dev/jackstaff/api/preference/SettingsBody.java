package dev.jackstaff.api.preference;

import dev.jackstaff.domain.preference.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a user. In a request, those that are left out stay as they are.
 *
 * @param timeZone the name of a time zone, such as {@code Europe/Stockholm}
 * @param language a language tag of BCP 47, or {@code auto}
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param singleKeys {@code on} or {@code off}: whether single letters are shortcuts
 * @param columns the columns of the list of flags, with commas between them; empty for the usual ones
 */
public record SettingsBody(
        @Nullable String timeZone,
        @Nullable String language,
        @Nullable String theme,
        @Nullable String singleKeys,
        @Nullable String columns) {
    static SettingsBody of(Map<Setting, String> settings) {
        return new SettingsBody(
                settings.get(Setting.TIME_ZONE),
                settings.get(Setting.LANGUAGE),
                settings.get(Setting.THEME),
                settings.get(Setting.SINGLE_KEYS),
                settings.get(Setting.COLUMNS));
    }

    Map<Setting, String> toSettings() {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        put(settings, Setting.TIME_ZONE, timeZone);
        put(settings, Setting.LANGUAGE, language);
        put(settings, Setting.THEME, theme);
        put(settings, Setting.SINGLE_KEYS, singleKeys);
        put(settings, Setting.COLUMNS, columns);
        return settings;
    }

    private static void put(Map<Setting, String> settings, Setting setting, @Nullable String value) {
        if (value != null) {
            settings.put(setting, value);
        }
    }
}
