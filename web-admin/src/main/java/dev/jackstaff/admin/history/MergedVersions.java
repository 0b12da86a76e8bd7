package dev.jackstaff.admin.history;

import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.domain.history.FlagVersionView;
import dev.jackstaff.domain.history.SettingsVersionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Versions of what all environments share of a flag, and of its settings in one, as one history: latest first, and those
 * that one change made together.
 */
final class MergedVersions {
    private final List<FlagVersionView> flags;
    private final List<SettingsVersionView> settings;
    private final List<Merged> merged = new ArrayList<>();
    private int flagsUsed;
    private int settingsUsed;

    private record Merged(@Nullable FlagVersionView flag, @Nullable SettingsVersionView settings) {}

    /**
     * The history of these versions.
     *
     * @param limit how many entries it has at most
     */
    MergedVersions(List<FlagVersionView> flags, List<SettingsVersionView> settings, int limit) {
        this.flags = flags;
        this.settings = settings;
        while (merged.size() < limit && isMore()) {
            merged.add(next());
        }
    }

    /** Whether there are versions that no entry has. */
    boolean isMore() {
        return flagsUsed < flags.size() || settingsUsed < settings.size();
    }

    private Merged next() {
        FlagVersionView flag = flagsUsed < flags.size() ? flags.get(flagsUsed) : null;
        SettingsVersionView state = settingsUsed < settings.size() ? settings.get(settingsUsed) : null;
        if (flag != null && state != null && !isOneChange(flag, state)) {
            if (flag.at().isAfter(state.at())) {
                state = null;
            } else {
                flag = null;
            }
        }
        flagsUsed += flag == null ? 0 : 1;
        settingsUsed += state == null ? 0 : 1;
        return new Merged(flag, state);
    }

    private static boolean isOneChange(FlagVersionView flag, SettingsVersionView state) {
        ChangeRecord one = flag.change();
        ChangeRecord other = state.change();
        return one != null && other != null && one.id() == other.id();
    }

    /** The place below which the next page begins; versions below a place were read for this one. */
    VersionPair end(VersionPair below) {
        return new VersionPair(
                flagsUsed == 0 ? below.flag() : flags.get(flagsUsed - 1).projectRevision(),
                settingsUsed == 0
                        ? below.settings()
                        : settings.get(settingsUsed - 1).revision());
    }

    /**
     * The entries.
     *
     * @param steps which steps of a change are shown
     */
    List<VersionEntry> entries(VersionPair below, Function<ChangeRecord, List<RecordedStep>> steps) {
        VersionPair end = end(below);
        long flag = end.flag() - 1;
        long state = end.settings() - 1;
        List<VersionEntry> entries = new ArrayList<>();
        for (int i = merged.size() - 1; i >= 0; i--) {
            FlagVersionView ofFlag = merged.get(i).flag();
            SettingsVersionView ofState = merged.get(i).settings();
            flag = ofFlag == null ? flag : ofFlag.projectRevision();
            state = ofState == null ? state : ofState.revision();
            entries.add(entry(ofFlag, ofState, new VersionPair(flag, state), steps));
        }
        Collections.reverse(entries);
        return entries;
    }

    private static VersionEntry entry(
            @Nullable FlagVersionView flag,
            @Nullable SettingsVersionView state,
            VersionPair place,
            Function<ChangeRecord, List<RecordedStep>> steps) {
        ChangeRecord change = null;
        Instant at = Instant.EPOCH;
        if (flag != null) {
            change = flag.change();
            at = flag.at();
        }
        if (state != null) {
            change = state.change();
            at = state.at();
        }
        return new VersionEntry(at, change, change == null ? List.of() : steps.apply(change), place, state != null);
    }
}
