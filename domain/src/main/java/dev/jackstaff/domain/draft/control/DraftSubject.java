package dev.jackstaff.domain.draft.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.Edit;
import dev.jackstaff.domain.change.InstructionField;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.FieldConflict;
import dev.jackstaff.domain.draft.PreviewedDraft;
import dev.jackstaff.domain.draft.Side;
import dev.jackstaff.domain.draft.Stages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a draft is about: the details of a flag, or its settings in an environment. Valid in one transaction.
 *
 * @param <S> its state, as instructions have it
 */
public abstract class DraftSubject<S> {
    private final DraftPlace place;

    DraftSubject(DraftPlace place) {
        this.place = place;
    }

    /** Where the draft is. */
    public DraftPlace place() {
        return place;
    }

    /** The revision of now: of the environment, or of the project. */
    public abstract long revision();

    /**
     * The state at a revision.
     *
     * @throws DomainException.Conflict if it did not exist then, or is not recorded any more
     */
    abstract S at(long revision);

    /** The instruction of a step; Invalid if it is about something else. */
    abstract Edit<S> edit(ChangeStep step);

    /** Refuses a state that could not be stored; that something else does not fit to it is no reason. */
    abstract void refuseUnstorable(S wanted);

    abstract List<ChangeStep> between(S from, S to);

    /** A draft of this with what it makes of it. */
    public abstract PreviewedDraft previewed(DraftView draft);

    /** The shortest steps with the effect of these, each applied to what those before it make of a revision. */
    public List<ChangeStep> reduced(long revision, List<ChangeStep> steps) {
        S seen = at(revision);
        S wanted = apply(seen, steps);
        List<ChangeStep> shortest = between(seen, wanted);
        return isEquivalent(seen, shortest, wanted) ? shortest : steps;
    }

    private boolean isEquivalent(S seen, List<ChangeStep> shortest, S wanted) {
        try {
            return apply(seen, shortest).equals(wanted);
        } catch (DomainException.Conflict | DomainException.Invalid unfit) {
            return false;
        }
    }

    private S apply(S from, List<ChangeStep> steps) {
        S state = from;
        for (ChangeStep step : steps) {
            state = edit(step).apply(state);
            refuseUnstorable(state);
        }
        return state;
    }

    /** What each step of a draft does, for people. */
    List<String> sentences(DraftView draft) {
        String place = draft.environment() == null ? "" : " in " + draft.environment();
        List<String> sentences = new ArrayList<>();
        S state = at(draft.base());
        for (ChangeStep step : draft.steps()) {
            Edit<S> edit = edit(step);
            sentences.add(edit.sentence(state) + place);
            state = edit.apply(state);
        }
        return sentences;
    }

    /** What steps make of a base, and of what is there now. */
    public Stages<S> stages(long base, List<ChangeStep> steps) {
        S seen = at(base);
        S present = at(revision());
        S rebased;
        try {
            rebased = apply(present, steps);
        } catch (DomainException.Conflict | DomainException.Invalid unfit) {
            rebased = null;
        }
        return new Stages<>(seen, apply(seen, steps), present, rebased);
    }

    /** The fields that steps read or write, and that are others now than at the base. */
    public List<FieldConflict> conflicts(long base, List<ChangeStep> steps) {
        S seen = at(base);
        S present = at(revision());
        S drafted = apply(seen, steps);
        Map<String, FieldConflict> conflicts = new LinkedHashMap<>();
        for (ChangeStep step : steps) {
            Edit<S> edit = edit(step);
            for (InstructionField<S> field : edit.fields()) {
                String then = field.valueIn(seen);
                String now = field.valueIn(present);
                if (!Objects.equals(then, now)) {
                    String name = name(edit, field);
                    conflicts.put(name, new FieldConflict(name, then, now, field.valueIn(drafted)));
                }
            }
        }
        return List.copyOf(conflicts.values());
    }

    /** The steps none of whose fields takes the value of others. */
    public List<ChangeStep> without(List<ChangeStep> steps, Map<String, Side> sides) {
        return steps.stream()
                .filter(step -> {
                    Edit<S> edit = edit(step);
                    return edit.fields().stream().noneMatch(field -> sides.get(name(edit, field)) == Side.THEIRS);
                })
                .toList();
    }

    private static <S> String name(Edit<S> edit, InstructionField<S> field) {
        return edit.subject() + "/" + field;
    }

    /** The refusal of a step that is about something else. */
    static DomainException.Invalid foreign(String expected) {
        return new DomainException.Invalid("changes", "must be about " + expected);
    }
}
