package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.boundary.FlagOverview;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.ValueType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of the flag list: a flag, and its on/off states as this page last read them. */
public class FlagRow {
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

    /** Whether the flag is on in an environment. */
    public boolean isOnIn(EnvironmentMark mark) {
        return enabled.getOrDefault(new EnvironmentKey(mark.key()), false);
    }
}
