package dev.jackstaff.admin.history;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.history.ChangeRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change in the history of a flag, which can be picked to be compared. */
public class VersionEntry extends HistoryEntry {
    private final VersionPair place;
    private final boolean settings;

    /**
     * An entry.
     *
     * @param place the flag and its settings after it
     * @param settings whether it changed the settings
     */
    VersionEntry(
            Instant at, @Nullable ChangeRecord change, List<RecordedStep> steps, VersionPair place, boolean settings) {
        super(at, change, steps);
        this.place = place;
        this.settings = settings;
    }

    /** The place of it in an address. */
    public String getPick() {
        return place.text();
    }

    VersionPair place() {
        return place;
    }

    /** The revision of the environment; of the project, if it did not change the settings. */
    public String getNumber() {
        return settings
                ? String.valueOf(place.settings())
                : MessageBundle.format("history.ofProject", String.valueOf(place.flag()));
    }
}
