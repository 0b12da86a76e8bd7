package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An instruction about what a flag answers where no rule decides: on or off, off variant, fallthrough. */
public sealed interface SettingsInstruction extends StateInstruction {
    /** Turns a flag on or off. */
    record Switch(FlagKey flag, boolean enabled) implements SettingsInstruction {
        @Override
        public Permission permission() {
            return Permission.FLAG_SWITCH;
        }

        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.ENABLED);
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return present.withEnabled(enabled);
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return present.enabled() == enabled ? List.of() : List.of(new Switch(flag, !enabled));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Turn \"" + flag + "\" " + (enabled ? "on" : "off");
        }
    }

    /**
     * Sets what a flag answers while it is off.
     *
     * @param variant null for the default of the caller
     */
    record SetOffVariant(FlagKey flag, @Nullable String variant) implements SettingsInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.OFF_VARIANT);
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return present.withOffVariant(variant);
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return apply(present).equals(present) ? List.of() : List.of(new SetOffVariant(flag, present.offVariant()));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Serve " + (variant == null ? "the caller's default" : "\"" + variant + "\"") + " while \"" + flag
                    + "\" is off";
        }
    }

    /** Sets what a flag answers when no rule matches. */
    record SetFallthrough(FlagKey flag, OutcomeDefinition outcome) implements SettingsInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.FALLTHROUGH);
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return present.withFallthrough(outcome);
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return apply(present).equals(present)
                    ? List.of()
                    : List.of(new SetFallthrough(flag, present.fallthrough()));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Serve " + InstructionText.outcome(outcome) + " where no rule of \"" + flag + "\" matches";
        }
    }
}
