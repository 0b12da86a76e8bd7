package dev.jackstaff.admin.session;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.domain.preference.Setting;
import dev.jackstaff.domain.preference.boundary.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** What the reader prefers, on every page. */
@Named
@RequestScoped
public class Preferences {
    @Inject
    Here here;

    @Inject
    CurrentUser currentUser;

    @Inject
    Settings settings;

    private final LazyValue<Map<Setting, String>> all =
            new LazyValue<>(() -> currentUser.isPresent() ? settings.all() : Map.of());

    /** The value of a setting. */
    public String get(Setting setting) {
        return all.get(here).getOrDefault(setting, setting.defaultValue());
    }

    /** Whether single letters are shortcuts: {@code on} or {@code off}. */
    public String getSingleKeys() {
        return get(Setting.SINGLE_KEYS);
    }
}
