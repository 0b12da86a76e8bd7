package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.permission.Permission;
import java.util.List;
import java.util.UUID;

/** An instruction about whether a flag exists, and whether it is archived. */
public sealed interface FlagLifecycle extends Lifecycle {
    FlagKey flag();

    /** Creates a flag, which is off in every environment. */
    record CreateFlag(FlagKey flag, FlagDetails details) implements FlagLifecycle {
        @Override
        public Permission permission() {
            return Permission.FLAG_CREATE;
        }

        @Override
        public String sentence() {
            return "Create the flag \"" + flag + "\"";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new DeleteFlag(flag, true));
        }
    }

    /** Archives a flag: no environment serves it any more. */
    record ArchiveFlag(FlagKey flag) implements FlagLifecycle {
        @Override
        public Permission permission() {
            return Permission.FLAG_ARCHIVE;
        }

        @Override
        public String sentence() {
            return "Archive \"" + flag + "\"";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new UnarchiveFlag(flag));
        }
    }

    /** Takes a flag out of the archive. */
    record UnarchiveFlag(FlagKey flag) implements FlagLifecycle {
        @Override
        public Permission permission() {
            return Permission.FLAG_ARCHIVE;
        }

        @Override
        public String sentence() {
            return "Take \"" + flag + "\" out of the archive";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new ArchiveFlag(flag));
        }
    }

    /**
     * Deletes a flag.
     *
     * @param force also if it is not archived
     */
    record DeleteFlag(FlagKey flag, boolean force) implements FlagLifecycle {
        @Override
        public Permission permission() {
            return Permission.FLAG_DELETE;
        }

        @Override
        public String sentence() {
            return "Delete the flag \"" + flag + "\"";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new RestoreFlag(flag, subject));
        }
    }

    /**
     * Brings a deleted flag back, with its settings in all environments as they were.
     *
     * @param id its id; a flag that was made anew with the same key is another one
     */
    record RestoreFlag(FlagKey flag, UUID id) implements FlagLifecycle {
        @Override
        public Permission permission() {
            return Permission.FLAG_CREATE;
        }

        @Override
        public String sentence() {
            return "Bring back the deleted flag \"" + flag + "\"";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new DeleteFlag(flag, true));
        }
    }
}
