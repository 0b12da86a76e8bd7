package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagOverview;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import java.util.HashMap;
import java.util.Map;

/** A row of the flag list: a flag, and where it is on as far as this page knows. */
public class FlagRow {
    private final FlagView flag;
    private final Map<EnvironmentKey, Boolean> enabled;

    FlagRow(FlagOverview overview) {
        flag = overview.flag();
        enabled = new HashMap<>(overview.enabled());
    }

    public FlagView getFlag() {
        return flag;
    }

    /** The flag's key, as the table tells rows apart. */
    public String getKey() {
        return flag.key().value();
    }

    public boolean enabledIn(EnvironmentView environment) {
        return enabled.getOrDefault(environment.key(), false);
    }

    FlagAddress addressIn(EnvironmentView environment) {
        return new FlagAddress(environment.project(), flag.key(), environment.key());
    }

    void setEnabled(EnvironmentView environment, boolean on) {
        enabled.put(environment.key(), on);
    }
}
