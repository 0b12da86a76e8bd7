package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.change.FlagInstruction;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The search for what instructions are about. States are locked until the transaction ends; the caller holds the project's lock. */
@ApplicationScoped
public class ChangeTargets {
    @Inject
    FlagStore flags;

    @Inject
    FlagEditor editor;

    @Inject
    HistoryStore history;

    @Inject
    Clock clock;

    /**
     * What instructions are about.
     *
     * @param assignments each instruction with its target, in their order
     */
    public record Found(List<Assignment<?>> assignments, Collection<FlagTarget> flags, Collection<StateTarget> states) {
        public Found {
            assignments = List.copyOf(assignments);
            flags = List.copyOf(flags);
            states = List.copyOf(states);
        }

        /** What was changed so far: flags first, then their settings. */
        public List<AuditChange> differences() {
            return Stream.concat(flags.stream(), states.stream())
                    .map(ChangeTarget::difference)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /**
     * An instruction and what it is about.
     *
     * @param place what its sentence ends with
     * @param shared whether its base is the project's revision
     */
    public record Assignment<S>(Instruction<S> instruction, ChangeTarget<S> target, String place, boolean shared) {
        /** Compares what the instruction reads and writes with its base, if there is one. */
        public void compare(ConflictCheck check, OptionalLong base, OptionalLong projectBase) {
            (shared ? projectBase : base)
                    .ifPresent(seen -> check.compare(instruction, target.seen(seen), target.present()));
        }

        /** What the instruction would do now, for people. */
        public String sentence() {
            return instruction.sentence(target.present()) + place;
        }

        /** What would take the instruction back, were it carried out now. */
        public List<? extends Instruction<?>> inverse() {
            return instruction.inverse(target.present());
        }

        /** Carries the instruction out. */
        public void carryOut() {
            target.change(instruction.apply(target.present()));
        }
    }

    /** Finds the targets; NotFound if a flag does not exist, Conflict if it is archived. */
    public Found find(Project project, Optional<Environment> environment, List<Instruction<?>> instructions) {
        Map<FlagKey, Flag> known = new HashMap<>();
        Map<FlagKey, FlagTarget> ofFlags = new LinkedHashMap<>();
        Map<FlagKey, StateTarget> ofStates = new LinkedHashMap<>();
        List<Assignment<?>> assignments = new ArrayList<>();
        for (Instruction<?> instruction : instructions) {
            Flag flag = known.computeIfAbsent(instruction.flag(), key -> changeable(project, key));
            if (instruction instanceof StateInstruction one) {
                Environment place = environment.orElseThrow();
                StateTarget target = ofStates.computeIfAbsent(flag.key(), key -> stateTarget(project, place, flag));
                assignments.add(new Assignment<>(one, target, " in " + place.key(), false));
            } else if (instruction instanceof FlagInstruction one) {
                FlagTarget target =
                        ofFlags.computeIfAbsent(flag.key(), key -> new FlagTarget(project, flag, editor, history));
                assignments.add(new Assignment<>(one, target, "", true));
            }
        }
        return new Found(assignments, ofFlags.values(), ofStates.values());
    }

    private Flag changeable(Project project, FlagKey key) {
        Flag flag = flags.existing(project, key);
        flag.refuseIfArchived();
        return flag;
    }

    private StateTarget stateTarget(Project project, Environment environment, Flag flag) {
        return new StateTarget(
                project,
                environment,
                flag,
                flags.state(flag, environment, LockModeType.PESSIMISTIC_WRITE),
                history,
                clock.instant());
    }
}
