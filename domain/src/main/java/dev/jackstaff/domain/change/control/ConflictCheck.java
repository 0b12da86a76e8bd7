package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.change.Edit;
import dev.jackstaff.domain.change.InstructionField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The search for fields that instructions read or write, and that somebody else has changed since a base. Not thread-safe. */
final class ConflictCheck {
    private final List<Violation> conflicts = new ArrayList<>();

    /** Compares what an instruction reads and writes, as it was at the base and as it is. */
    <S> void compare(Edit<S> instruction, S seen, S present) {
        for (InstructionField<S> field : instruction.fields()) {
            String then = field.valueIn(seen);
            String now = field.valueIn(present);
            if (!Objects.equals(then, now)) {
                conflicts.add(new Violation(
                        instruction.subject() + "/" + field,
                        "was " + text(then) + ", is " + text(now) + " now, and would become "
                                + text(field.valueIn(instruction.apply(seen)))));
            }
        }
    }

    /** Compares a whole thing that would be gone, or would come back, as it was at the base and as it is. */
    <S> void compareWhole(String place, ChangeTarget<S> target, long base) {
        if (!target.seen(base).equals(target.present())) {
            conflicts.add(new Violation(place, "is another now than at revision " + base));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "nothing" : value;
    }

    /**
     * Refuses the change if anything conflicts.
     *
     * @throws DomainException.Conflict with each field
     */
    void refuseIfAny() {
        if (!conflicts.isEmpty()) {
            String more = conflicts.size() == 1 ? "" : " and " + (conflicts.size() - 1) + " more";
            throw new DomainException.Conflict(
                    "somebody else has changed " + conflicts.get(0).field() + more + " in the meantime", conflicts);
        }
    }
}
