package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import java.util.List;
import java.util.Set;

/** An instruction about the value that a variant has in one environment only. */
public sealed interface ValueInstruction extends StateInstruction {
    /** The key of the variant. */
    String variant();

    @Override
    default Set<SettingsField> fields() {
        return Set.of(SettingsField.value(variant()));
    }

    @Override
    default List<StateInstruction> inverse(FlagStateDetails present) {
        if (apply(present).equals(present)) {
            return List.of();
        }
        return List.of(present.values()
                .of(variant())
                .<StateInstruction>map(old -> new SetValue(flag(), variant(), old))
                .orElseGet(() -> new ResetValue(flag(), variant())));
    }

    /**
     * Gives a variant a value of its own in the environment.
     *
     * @param json of the flag's type
     */
    record SetValue(FlagKey flag, String variant, String json) implements ValueInstruction {
        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return present.withValues(present.values().with(variant, json));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Set the value of the variant \"" + variant + "\" of \"" + flag + "\" to "
                    + InstructionText.shortened(json);
        }
    }

    /** Gives a variant the value again that all environments share. */
    record ResetValue(FlagKey flag, String variant) implements ValueInstruction {
        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return present.withValues(present.values().without(variant));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Reset the value of the variant \"" + variant + "\" of \"" + flag + "\" to that of all environments";
        }
    }
}
