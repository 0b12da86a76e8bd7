package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An instruction about one prerequisite of a flag. */
public sealed interface PrerequisiteInstruction extends FlagInstruction {
    /**
     * Makes a flag depend on another.
     *
     * @param before the flag of the prerequisite that it comes before; null for the end
     */
    record AddPrerequisite(FlagKey flag, PrerequisiteDefinition prerequisite, @Nullable String before)
            implements PrerequisiteInstruction {
        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.prerequisite(prerequisite.flag()));
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return present.withPrerequisites(prerequisites(flag, present).with(prerequisite, before));
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            return List.of(new RemovePrerequisite(flag, prerequisite.flag()));
        }

        @Override
        public String sentence(FlagDetails present) {
            String wanted =
                    prerequisite.variants().isEmpty() ? "" : " with " + String.join(" or ", prerequisite.variants());
            return "Let \"" + flag + "\" need \"" + prerequisite.flag() + "\"" + wanted;
        }
    }

    /**
     * Makes a flag no longer depend on another.
     *
     * @param prerequisite the key of the other
     */
    record RemovePrerequisite(FlagKey flag, String prerequisite) implements PrerequisiteInstruction {
        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.prerequisite(prerequisite));
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return present.withPrerequisites(prerequisites(flag, present).without(prerequisite));
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            KeyedList<PrerequisiteDefinition> all = prerequisites(flag, present);
            return List.of(new AddPrerequisite(flag, all.get(prerequisite), all.following(prerequisite)));
        }

        @Override
        public String sentence(FlagDetails present) {
            return "Let \"" + flag + "\" no longer need \"" + prerequisite + "\"";
        }
    }

    private static KeyedList<PrerequisiteDefinition> prerequisites(FlagKey flag, FlagDetails present) {
        return new KeyedList<>(flag, "prerequisite", present.prerequisites(), PrerequisiteDefinition::flag);
    }
}
