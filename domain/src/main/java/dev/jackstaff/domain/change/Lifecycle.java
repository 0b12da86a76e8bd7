package dev.jackstaff.domain.change;

import java.util.List;
import java.util.UUID;

/** An instruction that makes something, removes it, or brings it back. */
public sealed interface Lifecycle extends Instruction
        permits FlagLifecycle, SegmentLifecycle, EnvironmentLifecycle, ProjectLifecycle {
    /** What it does, for people. */
    String sentence();

    /** The instructions that take it back; none if nothing does. */
    List<Instruction> inverse(UUID subject);
}
