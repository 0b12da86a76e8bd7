package dev.jackstaff.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.DetailsInstruction.SetKind;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.DetailsInstruction.SetText.Text;
import dev.jackstaff.domain.change.PrerequisiteInstruction.AddPrerequisite;
import dev.jackstaff.domain.change.PrerequisiteInstruction.RemovePrerequisite;
import dev.jackstaff.domain.change.TraitInstruction.SetLinks;
import dev.jackstaff.domain.change.TraitInstruction.SetMetadata;
import dev.jackstaff.domain.change.TraitInstruction.SetSchema;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.VariantInstruction.RemoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.UpdateVariant;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlagInstructionTest {
    private static final FlagKey FLAG = new FlagKey("checkout");
    private static final VariantInput ONE = new VariantInput("one", "1", "");
    private static final VariantInput TWO = new VariantInput("two", "2", "");
    private static final PrerequisiteDefinition LOGIN = new PrerequisiteDefinition("login", List.of("on"));
    private static final FlagDetails DETAILS = new FlagDetails(
            "Checkout",
            "",
            ValueType.INTEGER,
            FlagKind.RELEASE,
            "ada",
            List.of("shop"),
            false,
            List.of(ONE, TWO),
            List.of(LOGIN, new PrerequisiteDefinition("cart", List.of())),
            new FlagTraits("true", FlagTraits.Bucketing.MURMUR3, Map.of("a", "1"), List.of(new FlagLink("a", "b"))));

    static Stream<Arguments> instructions() {
        return Stream.of(
                arguments(new SetText(FLAG, Text.NAME, "Pay"), "Name \"checkout\" \"Pay\""),
                arguments(new SetText(FLAG, Text.DESCRIPTION, "How"), "Change the description of \"checkout\""),
                arguments(new SetText(FLAG, Text.OWNER, ""), "Let nobody be responsible for \"checkout\""),
                arguments(new SetText(FLAG, Text.OWNER, "bob"), "Make \"bob\" responsible for \"checkout\""),
                arguments(new SetKind(FLAG, FlagKind.KILL_SWITCH), "Make \"checkout\" a flag of kind kill-switch"),
                arguments(new SetTags(FLAG, List.of()), "Remove all tags of \"checkout\""),
                arguments(new SetTags(FLAG, List.of("a", "b")), "Tag \"checkout\" with a, b"),
                arguments(new SetServerOnly(FLAG, true), "Hide \"checkout\" from client keys"),
                arguments(new SetSchema(FLAG, "{}"), "Change the schema of the values of \"checkout\""),
                arguments(new SetSchema(FLAG, null), "Let values of \"checkout\" be any JSON"),
                arguments(
                        new SetMetadata(FLAG, Map.of("tier", "1", "paid", "true")),
                        "Set the metadata of \"checkout\" to {\"paid\":true,\"tier\":1}"),
                arguments(new SetMetadata(FLAG, Map.of()), "Remove the metadata of \"checkout\""),
                arguments(
                        new SetLinks(FLAG, List.of(new FlagLink("Ticket", "https://example.org"))),
                        "Link \"checkout\" to Ticket"),
                arguments(new SetLinks(FLAG, List.of()), "Remove the links of \"checkout\""),
                arguments(
                        new AddVariant(FLAG, new VariantInput("three", "3", ""), "two"),
                        "Add the variant \"three\" to \"checkout\""),
                arguments(
                        new UpdateVariant(FLAG, new VariantInput("one", "11", "eleven")),
                        "Change the variant \"one\" of \"checkout\""),
                arguments(new RemoveVariant(FLAG, "one"), "Remove the variant \"one\" from \"checkout\""),
                arguments(
                        new AddPrerequisite(FLAG, new PrerequisiteDefinition("stock", List.of("x", "y")), "login"),
                        "Let \"checkout\" need \"stock\" with x or y"),
                arguments(new RemovePrerequisite(FLAG, "login"), "Let \"checkout\" no longer need \"login\""));
    }

    @ParameterizedTest
    @MethodSource("instructions")
    void eachReadsAsASentenceNamesWhatItChangesAndIsTakenBack(FlagInstruction instruction, String sentence) {
        assertThat(instruction.sentence(DETAILS)).isEqualTo(sentence);
        FlagDetails after = instruction.apply(DETAILS);
        assertThat(after).isNotEqualTo(DETAILS);
        assertThat(instruction.fields())
                .allSatisfy(field -> assertThat(field.valueIn(after)).isNotEqualTo(field.valueIn(DETAILS)));

        FlagDetails back = after;
        for (FlagInstruction inverse : instruction.inverse(DETAILS)) {
            back = inverse.apply(back);
        }
        assertThat(back).isEqualTo(DETAILS);
    }

    @Test
    void whatIsSoAlreadyNeedsNoInverse() {
        for (FlagInstruction instruction : List.of(
                new SetText(FLAG, Text.NAME, "Checkout"),
                new SetKind(FLAG, FlagKind.RELEASE),
                new SetTags(FLAG, List.of("shop")),
                new SetServerOnly(FLAG, false),
                new UpdateVariant(FLAG, ONE))) {
            assertThat(instruction.inverse(DETAILS)).isEmpty();
        }
    }

    @Test
    void aPartThatIsNotThereIsAConflictAndSoIsOneThatIs() {
        for (FlagInstruction instruction : List.of(
                new UpdateVariant(FLAG, new VariantInput("three", "3", "")),
                new RemoveVariant(FLAG, "three"),
                new AddVariant(FLAG, ONE, null),
                new AddVariant(FLAG, new VariantInput("three", "3", ""), "four"),
                new RemovePrerequisite(FLAG, "stock"),
                new AddPrerequisite(FLAG, LOGIN, null))) {
            assertThatExceptionOfType(DomainException.Conflict.class).isThrownBy(() -> instruction.apply(DETAILS));
        }
    }
}
