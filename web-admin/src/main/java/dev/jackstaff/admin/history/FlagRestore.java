package dev.jackstaff.admin.history;

import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.change.boundary.RestoreRequest;
import dev.jackstaff.domain.change.boundary.Restores;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The restoring of a flag as it was at the older of the picked entries: all of it, its settings here, or the rest. */
@Named
@RequestScoped
public class FlagRestore {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagHistoryView view;

    @Inject
    Restores restores;

    @Inject
    PageMessages messages;

    /** What is restored, as the parameter {@code value} says it, with the revision of the environment that was seen. */
    private enum Part {
        WHOLE,
        SETTINGS,
        DETAILS
    }

    /** What the confirmation sends to restore all of it. */
    public String getWhole() {
        return value(Part.WHOLE);
    }

    /** What the confirmation sends to restore the settings in this environment only. */
    public String getSettings() {
        return value(Part.SETTINGS);
    }

    /** What the confirmation sends to restore only what all environments share. */
    public String getDetails() {
        return value(Part.DETAILS);
    }

    private String value(Part part) {
        return part + "@" + frame.getCard().state().revision();
    }

    /** Restores, unless somebody changed meanwhile what would be changed back. */
    public void restore() {
        String[] value = here.parameter("value").split("@", -1);
        HistoryComparison comparison = view.getComparison();
        if (comparison == null || value.length != 2 || !value[1].matches("[0-9]{1,18}")) {
            throw new DomainException.NotFound("version", here.parameter("value"));
        }
        Part part = part(value[0]);
        ChangeResult result = restores.restore(
                here.projectKey(),
                request(part, comparison.from()),
                new ChangeBase(Map.of(here.environmentKey(), Long.parseLong(value[1])), OptionalLong.empty()),
                ChangeNote.NONE,
                false);
        if (result.sentences().isEmpty()) {
            messages.addSuccess("history.restore.nothing", frame.getKey());
        } else {
            messages.addUndoable(result, "history.restore.done", frame.getKey());
        }
    }

    private static Part part(String name) {
        return Arrays.stream(Part.values())
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("part", name));
    }

    private RestoreRequest request(Part part, HistoryComparison.Side then) {
        boolean settings = part != Part.DETAILS && then.revision() > 0;
        boolean details = part != Part.SETTINGS && then.projectRevision() > 0;
        return new RestoreRequest(
                settings ? here.environmentKey() : null,
                settings ? OptionalLong.of(then.revision()) : OptionalLong.empty(),
                details ? OptionalLong.of(then.projectRevision()) : OptionalLong.empty(),
                Set.of(frame.key()),
                Set.of());
    }
}
