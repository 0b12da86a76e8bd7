package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.change.AttributeInstruction;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.Edit;
import dev.jackstaff.domain.change.EnvironmentInstruction;
import dev.jackstaff.domain.change.EnvironmentLifecycle;
import dev.jackstaff.domain.change.EnvironmentLifecycle.CreateEnvironment;
import dev.jackstaff.domain.change.EnvironmentLifecycle.DeleteEnvironment;
import dev.jackstaff.domain.change.FlagInstruction;
import dev.jackstaff.domain.change.FlagLifecycle;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.FlagLifecycle.RestoreFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.Lifecycle;
import dev.jackstaff.domain.change.ProjectInstruction;
import dev.jackstaff.domain.change.SegmentInstruction;
import dev.jackstaff.domain.change.SegmentLifecycle;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.RestoreSegment;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of one change, carried out one after the other. Not thread-safe. */
final class StepRunner {
    private final ChangeTargets targets;
    private final Instant now;
    private final List<String> sentences = new ArrayList<>();
    private final List<ChangeStep> inverse = new ArrayList<>();

    StepRunner(ChangeTargets targets, Instant now) {
        this.targets = targets;
        this.now = now;
    }

    /** What each step that was carried out does, for people. */
    List<String> sentences() {
        return sentences;
    }

    /** The steps that take back what was carried out. */
    List<ChangeStep> inverse() {
        return inverse;
    }

    /** Compares what a step reads and writes with its base, if there is one and its target exists. */
    static void compare(ChangeTargets targets, ChangeStep step, ChangeBase base, ConflictCheck conflicts) {
        Instruction instruction = step.instruction();
        EnvironmentKey environment = step.environment();
        if (instruction instanceof StateInstruction one && environment != null) {
            base.of(environment).ifPresent(seen -> {
                if (targets.flag(one.flag()).isServed()) {
                    compare(conflicts, one, targets.state(one.flag(), environment), OptionalLong.of(seen));
                }
            });
        } else if (instruction instanceof FlagInstruction one
                && targets.flag(one.flag()).isServed()) {
            compare(conflicts, one, targets.flag(one.flag()), base.project());
        } else if (instruction instanceof SegmentInstruction one
                && targets.segment(one.segment()).exists()) {
            compare(conflicts, one, targets.segment(one.segment()), base.project());
        } else if (instruction instanceof AttributeInstruction one
                && targets.attribute(one.attribute()).exists()) {
            compare(conflicts, one, targets.attribute(one.attribute()), base.project());
        } else if (instruction instanceof ProjectInstruction one) {
            compare(conflicts, one, targets.project(), base.project());
        } else if (instruction instanceof EnvironmentInstruction one
                && targets.environment(one.environment()).exists()) {
            compare(conflicts, one, targets.environment(one.environment()), base.project());
        } else if (instruction instanceof EnvironmentLifecycle one
                && targets.environment(one.environment()).exists()) {
            compareWhole(conflicts, "environments/" + one.environment(), targets.environment(one.environment()), base);
        } else if (instruction instanceof FlagLifecycle one
                && targets.flag(one.flag()).exists()) {
            compareWhole(conflicts, one.flag().value(), targets.flag(one.flag()), base);
        } else if (instruction instanceof SegmentLifecycle one
                && targets.segment(one.segment()).exists()) {
            compareWhole(conflicts, "segments/" + one.segment(), targets.segment(one.segment()), base);
        }
    }

    private static <S> void compare(ConflictCheck conflicts, Edit<S> edit, ChangeTarget<S> target, OptionalLong base) {
        base.ifPresent(seen -> conflicts.compare(edit, target.seen(seen), target.present()));
    }

    private static void compareWhole(ConflictCheck conflicts, String place, ChangeTarget<?> target, ChangeBase base) {
        base.project().ifPresent(seen -> conflicts.compareWhole(place, target, seen));
    }

    void run(ChangeStep step) {
        Instruction instruction = step.instruction();
        if (instruction instanceof StateInstruction one) {
            EnvironmentKey environment = Objects.requireNonNull(step.environment());
            edit(one, targets.state(one.flag(), environment), environment);
        } else if (instruction instanceof FlagInstruction one) {
            targets.flag(one.flag()).changeable();
            edit(one, targets.flag(one.flag()), null);
        } else if (instruction instanceof SegmentInstruction one) {
            edit(one, targets.segment(one.segment()), null);
        } else if (instruction instanceof AttributeInstruction one) {
            edit(one, targets.attribute(one.attribute()), null);
        } else if (instruction instanceof EnvironmentInstruction one) {
            edit(one, targets.environment(one.environment()), null);
        } else if (instruction instanceof ProjectInstruction one) {
            edit(one, targets.project(), null);
        } else if (instruction instanceof FlagLifecycle one) {
            run(one, targets.flag(one.flag()));
        } else if (instruction instanceof SegmentLifecycle one) {
            run(one, targets.segment(one.segment()));
        } else if (instruction instanceof EnvironmentLifecycle one) {
            run(one, targets.environment(one.environment()));
        } else {
            throw new IllegalArgumentException(instruction + " stands alone");
        }
    }

    private <S> void edit(Edit<S> edit, ChangeTarget<S> target, @Nullable EnvironmentKey place) {
        S present = target.present();
        sentences.add(edit.sentence(present, target.start()) + (place == null ? "" : " in " + place));
        inverse.addAll(0, ChangeStep.in(place, edit.inverse(present)));
        target.change(edit.apply(present));
    }

    private void run(FlagLifecycle instruction, FlagTarget flag) {
        if (instruction instanceof CreateFlag one) {
            flag.create(one.details());
            say(one, flag.id());
        } else if (instruction instanceof RestoreFlag one) {
            flag.restore(one.id());
            say(one, one.id());
        } else if (instruction instanceof ArchiveFlag one) {
            flag.archive(now);
            say(one, flag.id());
        } else if (instruction instanceof UnarchiveFlag one) {
            flag.unarchive(now);
            say(one, flag.id());
        } else if (instruction instanceof DeleteFlag one) {
            say(one, flag.id());
            targets.forgetStates(one.flag());
            flag.delete(one.force());
        }
    }

    private void run(SegmentLifecycle instruction, SegmentTarget segment) {
        if (instruction instanceof CreateSegment one) {
            segment.create(one.details());
            say(one, segment.id());
        } else if (instruction instanceof RestoreSegment one) {
            segment.restore(one.id());
            say(one, one.id());
        } else {
            say(instruction, segment.id());
            segment.delete();
        }
    }

    private void run(EnvironmentLifecycle instruction, EnvironmentTarget environment) {
        if (instruction instanceof CreateEnvironment one) {
            environment.create(one);
            targets.forgetEnvironments();
            say(one, environment.id());
        } else if (instruction instanceof DeleteEnvironment one) {
            say(one, environment.id());
            targets.forgetStates(one.environment());
            environment.delete(one.force());
            targets.forgetEnvironments();
        }
    }

    private void say(Lifecycle instruction, UUID subject) {
        sentences.add(instruction.sentence());
        inverse.addAll(0, ChangeStep.of(instruction.inverse(subject)));
    }
}
