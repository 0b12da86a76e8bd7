package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.change.SettingsField;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagStateDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The search for fields that instructions read or write, and that somebody else has changed since the base. Not thread-safe. */
public final class ConflictCheck {
    private final long base;
    private final List<Violation> conflicts = new ArrayList<>();

    /** A check against the settings of a revision. */
    public ConflictCheck(long base) {
        this.base = base;
    }

    /** Compares what an instruction reads and writes. */
    public void compare(StateInstruction instruction, FlagStateDetails seen, FlagStateDetails present) {
        for (SettingsField field : instruction.fields()) {
            String then = field.valueIn(seen);
            String now = field.valueIn(present);
            if (!Objects.equals(then, now)) {
                conflicts.add(new Violation(
                        instruction.flag() + "/" + field,
                        "was " + text(then) + ", is " + text(now) + " now, and would become "
                                + wanted(instruction, field, seen)));
            }
        }
    }

    private static String wanted(StateInstruction instruction, SettingsField field, FlagStateDetails seen) {
        return text(field.valueIn(instruction.apply(seen)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "nothing" : value;
    }

    /**
     * Refuses the change if anything conflicts.
     *
     * @throws DomainException.Conflict with each field
     */
    public void refuseIfAny() {
        if (!conflicts.isEmpty()) {
            throw new DomainException.Conflict(
                    "somebody else has changed " + conflicts.get(0).field()
                            + (conflicts.size() == 1 ? "" : " and " + (conflicts.size() - 1) + " more")
                            + " since revision " + base,
                    conflicts);
        }
    }
}
