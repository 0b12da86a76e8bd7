package dev.jackstaff.domain.preference.boundary;

import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.preference.Setting;
import dev.jackstaff.domain.preference.control.PreferenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** The use cases of the settings of the person who asks. Forbidden for actors who are no users. */
@ApplicationScoped
@Transactional
@RequiresPermission({})
public class Settings {
    @Inject
    PreferenceStore store;

    @Inject
    CurrentActor currentActor;

    /** All settings; those that the person has not chosen have their default. */
    public Map<Setting, String> all() {
        return store.settings(currentActor.login().user());
    }

    /** Sets some settings, all or none; Invalid if a value is. */
    public Map<Setting, String> set(Map<Setting, String> values) {
        values.forEach(Setting::check);
        values.forEach((setting, value) -> store.set(currentActor.login().user(), setting, value));
        return all();
    }

    /** Gives a setting its default again. */
    public void reset(Setting setting) {
        store.reset(currentActor.login().user(), setting);
    }
}
