package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.VariantInput;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An instruction about one variant of a flag. */
public sealed interface VariantInstruction extends FlagInstruction {
    /**
     * Adds a variant.
     *
     * @param before the key of the variant that it comes before; null for the end
     */
    record AddVariant(FlagKey flag, VariantInput variant, @Nullable String before) implements VariantInstruction {
        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.variant(variant.key()));
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return present.withVariants(variants(flag, present).with(variant, before));
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            return List.of(new RemoveVariant(flag, variant.key()));
        }

        @Override
        public String sentence(FlagDetails present) {
            return "Add the variant \"" + variant.key() + "\" to \"" + flag + "\"";
        }
    }

    /** Changes the value or the description of a variant. */
    record UpdateVariant(FlagKey flag, VariantInput variant) implements VariantInstruction {
        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.variant(variant.key()));
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return present.withVariants(variants(flag, present).changed(variant.key(), old -> variant));
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            VariantInput old = variants(flag, present).get(variant.key());
            return old.equals(variant) ? List.of() : List.of(new UpdateVariant(flag, old));
        }

        @Override
        public String sentence(FlagDetails present) {
            return "Change the variant \"" + variant.key() + "\" of \"" + flag + "\"";
        }
    }

    /**
     * Moves a variant.
     *
     * @param before the key of the variant that it comes before; null for the end
     */
    record MoveVariant(FlagKey flag, String variant, @Nullable String before) implements VariantInstruction {
        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.VARIANT_ORDER);
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return present.withVariants(variants(flag, present).moved(variant, before));
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            return apply(present).equals(present)
                    ? List.of()
                    : List.of(new MoveVariant(
                            flag, variant, variants(flag, present).following(variant)));
        }

        @Override
        public String sentence(FlagDetails present) {
            return "Move the variant \"" + variant + "\" of \"" + flag + "\" "
                    + (before == null ? "to the end" : "before \"" + before + "\"");
        }
    }

    /** Removes a variant. */
    record RemoveVariant(FlagKey flag, String variant) implements VariantInstruction {
        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.variant(variant));
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return present.withVariants(variants(flag, present).without(variant));
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            KeyedList<VariantInput> all = variants(flag, present);
            return List.of(new AddVariant(flag, all.get(variant), all.following(variant)));
        }

        @Override
        public String sentence(FlagDetails present) {
            return "Remove the variant \"" + variant + "\" from \"" + flag + "\"";
        }
    }

    private static KeyedList<VariantInput> variants(FlagKey flag, FlagDetails present) {
        return new KeyedList<>(flag, "variant", present.variants(), VariantInput::key);
    }
}
