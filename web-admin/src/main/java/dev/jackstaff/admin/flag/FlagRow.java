package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagOverview;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.engine.ValueType;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of the flag list: a flag, and its on/off states as this page last read them. */
public class FlagRow implements Serializable {
    private final String key;
    private final String name;
    private final FlagKind kind;
    private final ValueType type;
    private final List<String> tags;
    private final boolean archived;
    private final Instant updatedAt;
    private final Map<EnvironmentKey, Boolean> enabled;

    FlagRow(FlagOverview overview) {
        FlagView flag = overview.flag();
        key = flag.key().value();
        name = flag.name();
        kind = flag.kind();
        type = flag.type();
        tags = flag.tags();
        archived = flag.archived();
        updatedAt = flag.updatedAt();
        enabled = new HashMap<>(overview.enabled());
    }

    /** The flag's key, which identifies the row in the table. */
    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    public FlagKind getKind() {
        return kind;
    }

    public ValueType getType() {
        return type;
    }

    public List<String> getTags() {
        return tags;
    }

    public boolean isArchived() {
        return archived;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public boolean enabledIn(EnvironmentView environment) {
        return enabled.getOrDefault(environment.key(), false);
    }

    FlagAddress addressIn(EnvironmentView environment) {
        return new FlagAddress(environment.project(), new FlagKey(key), environment.key());
    }

    void setEnabled(EnvironmentView environment, boolean on) {
        enabled.put(environment.key(), on);
    }
}
