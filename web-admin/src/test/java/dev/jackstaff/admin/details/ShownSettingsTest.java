package dev.jackstaff.admin.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.engine.ValueType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownSettingsTest {
    private static final FlagDetails BEFORE = new FlagDetails(
            "Checkout", "", ValueType.BOOLEAN, FlagKind.RELEASE, "ada", List.of(), false, List.of(), List.of());

    private final ShownSettings shown = ShownSettings.of(BEFORE);

    @Test
    void whatAnotherWindowChangedStaysWhereNothingWasTyped() {
        FlagDetails present = BEFORE.withLabels(FlagKind.EXPERIMENT, List.of("a,b"), true);
        FlagDetails wanted = BEFORE.withTexts("Checkout", "typed", "ada").withTraits(traits());

        FlagDetails merged = shown.merged(wanted, present);

        assertThat(shown.conflicts(wanted, present)).isEmpty();
        assertThat(merged)
                .isEqualTo(present.withTexts("Checkout", "typed", "ada").withTraits(traits()));
    }

    @Test
    void aFieldThatBothChangedIsAConflictUntilItWasTold() {
        FlagDetails present = BEFORE.withTexts("Checkout", "theirs", "grace");
        FlagDetails wanted = BEFORE.withTexts("Checkout", "mine", "grace");

        List<SettingsField> conflicts = shown.conflicts(wanted, present);
        ShownSettings told = shown.told(conflicts, present);

        assertThat(conflicts).containsExactly(SettingsField.DESCRIPTION);
        assertThat(told.conflicts(wanted, present)).isEmpty();
        assertThat(told.merged(wanted, present)).isEqualTo(wanted);
    }

    @Test
    void aFieldOfWhichItIsNotKnownWhatWasShownIsTakenAsItIsTyped() {
        FlagDetails present = BEFORE.withTexts("Checkout", "theirs", "grace");
        ShownSettings unknown = new ShownSettings(Map.of());

        assertThat(unknown.conflicts(BEFORE, present)).isEmpty();
        assertThat(unknown.merged(BEFORE, present)).isEqualTo(BEFORE);
    }

    private static FlagTraits traits() {
        return FlagTraits.NONE
                .withLinks(List.of(new FlagLink("Wiki", "https://wiki.example/")))
                .withMetadata(Map.of("team", "\"shop\""));
    }
}
