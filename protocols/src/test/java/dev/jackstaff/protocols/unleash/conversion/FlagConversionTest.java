package dev.jackstaff.protocols.unleash.conversion;

import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.feature;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.compiled;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.converted;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.definition;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.flag;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.served;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversion of names, kinds, tags and dependencies. */
class FlagConversionTest {
    private static final String PARENT = "{\"name\": \"p\", \"enabled\": true}";

    @Test
    void whatPeopleSeeIsTaken() {
        ConvertedFlag flag = flag("\"type\": \"kill-switch\"", "\"description\": \"d\"", "\"stale\": true");

        assertThat(flag.status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(flag.kind()).isEqualTo("kill-switch");
        assertThat(flag.description()).isEqualTo("d");
        assertThat(flag.stale()).isTrue();
        assertThat(definition(flag).bucketing()).isEqualTo("murmur3/1");
    }

    @Test
    void anUnknownTypeBecomesReleaseAndIsNoted() {
        ConvertedFlag flag = flag("\"type\": \"sunset\"");

        assertThat(flag.kind()).isEqualTo("release");
        assertThat(flag.notes()).containsExactly("The type \"sunset\" is none of ours; it becomes \"release\".");
    }

    @Test
    void aMissingTypeIsRelease() {
        assertThat(flag("\"type\": null").kind()).isEqualTo("release");
        assertThat(flag("\"type\": null").status()).isEqualTo(ConversionStatus.TAKEN);
    }

    @Test
    void aDisabledFeatureIsAFlagThatIsOff() {
        UnleashConversion form = converted("{\"name\": \"f\", \"enabled\": false}");

        assertThat(flag(form).status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(served(compiled(form))).isEqualTo("off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "slash/ed", "Hellø", ".", "..", "a:b"})
    void aNameThatIsNoKeyIsALossAndNeverRenamed(String name) {
        UnleashConversion form = converted("{\"name\": \"" + name + "\", \"enabled\": true}");

        assertThat(form.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.key()).isEqualTo(name);
            assertThat(flag.status()).isEqualTo(ConversionStatus.LOST);
            assertThat(flag.definition()).isEmpty();
            assertThat(flag.notes()).singleElement().asString().startsWith("The name is no flag key");
        });
    }

    @Test
    void aNameOfAHundredCharactersIsAKeyAndALongerOneIsNot() {
        UnleashConversion form = converted(
                "{\"name\": \"" + "n".repeat(100) + "\", \"enabled\": true}",
                "{\"name\": \"" + "n".repeat(101) + "\", \"enabled\": true}");

        assertThat(form.flags())
                .extracting(ConvertedFlag::status)
                .containsExactly(ConversionStatus.TAKEN, ConversionStatus.LOST);
    }

    @Test
    void namesThatDifferInCaseOnlyAreTwoFlags() {
        UnleashConversion form =
                converted("{\"name\": \"f\", \"enabled\": true}", "{\"name\": \"F\", \"enabled\": false}");

        assertThat(form.count(ConversionStatus.TAKEN)).isEqualTo(2);
        assertThat(compiled(form).flags()).hasSize(2);
    }

    @Test
    void aDependencyIsAPrerequisiteOnWhateverMeansOn() {
        UnleashConversion form = converted(PARENT, dependent("{\"feature\": \"p\"}"));

        assertThat(flag(form).status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(definition(flag(form)).prerequisites())
                .containsExactly(new PrerequisiteDefinition("p", List.of("on")));
    }

    static Stream<Arguments> parents() {
        String toUser7 = "\"strategies\": [{\"name\": \"userWithId\", \"parameters\": {\"userIds\": \"7\"}}]";
        String variants = "\"variants\": [{\"name\": \"v\", \"weight\": 1, \"overrides\": [{\"contextName\": \"a\","
                + " \"values\": [\"1\"]}]}, {\"name\": \"w\", \"weight\": 0, \"overrides\": [{\"contextName\": \"b\","
                + " \"values\": [\"1\"]}]}]";
        return Stream.of(
                argumentSet("on", "\"enabled\": true", "[]", new String[] {}, "on"),
                argumentSet("disabled", "\"enabled\": false", "[]", new String[] {}, "off"),
                argumentSet(
                        "on for this context",
                        "\"enabled\": true, " + toUser7,
                        "[]",
                        new String[] {"userId", "7"},
                        "on"),
                argumentSet(
                        "off for this one", "\"enabled\": true, " + toUser7, "[]", new String[] {"userId", "8"}, "off"),
                argumentSet("any variant", "\"enabled\": true, " + variants, "[]", new String[] {}, "on"),
                argumentSet("the variant", "\"enabled\": true, " + variants, "[\"w\"]", new String[] {"b", "1"}, "on"),
                argumentSet("another variant", "\"enabled\": true, " + variants, "[\"w\"]", new String[] {}, "off"),
                argumentSet(
                        "off, with variants",
                        "\"enabled\": true, " + toUser7 + ", " + variants,
                        "[]",
                        new String[] {"userId", "8"},
                        "off"));
    }

    @ParameterizedTest
    @MethodSource("parents")
    void aChildIsOnWhereItsParentIs(String parent, String variants, String[] attributes, String served) {
        UnleashConversion form = converted(
                "{\"name\": \"p\", " + parent + "}", dependent("{\"feature\": \"p\", \"variants\": " + variants + "}"));

        assertThat(flag(form).status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(served(compiled(form), attributes)).isEqualTo(served);
    }

    @Test
    void aListOfVariantsIsNotAskedOfAParentWithoutAny() {
        UnleashConversion form = converted(PARENT, dependent("{\"feature\": \"p\", \"variants\": [\"v\"]}"));

        assertThat(flag(form).notes()).containsExactly("The parent \"p\" has no variants, so that it is on suffices.");
        assertThat(served(compiled(form))).isEqualTo("on");
    }

    static Stream<Arguments> neverHolding() {
        return Stream.of(
                argumentSet("missing", "{\"feature\": \"nobody\"}", "The parent \"nobody\" is not in the document"),
                argumentSet("a child itself", "{\"feature\": \"child\"}", "The parent \"child\" has a parent itself"),
                argumentSet("itself", "{\"feature\": \"f\"}", "The parent \"f\" has a parent itself"),
                argumentSet(
                        "no such variant",
                        "{\"feature\": \"varied\", \"variants\": [\"x\"]}",
                        "The parent \"varied\" has none of the variants that are asked for"));
    }

    @ParameterizedTest
    @MethodSource("neverHolding")
    void aDependencyThatNeverHoldsSwitchesTheFlagOff(String dependency, String reason) {
        UnleashConversion form = converted(
                PARENT,
                "{\"name\": \"child\", \"enabled\": true, \"dependencies\": [{\"feature\": \"p\"}]}",
                "{\"name\": \"varied\", \"enabled\": true, \"variants\": [{\"name\": \"v\", \"weight\": 1}]}",
                dependent(dependency));

        assertThat(flag(form).status()).isEqualTo(ConversionStatus.CHANGED);
        assertThat(flag(form).notes())
                .containsExactly(
                        reason
                                + ": this feature is never on in Unleash; the flag is switched off and the dependency dropped.");
        assertThat(definition(flag(form)).prerequisites()).isEmpty();
        assertThat(served(compiled(form))).isEqualTo("off");
    }

    @Test
    void aParentThatMustBeOffIsALoss() {
        UnleashConversion form = converted(PARENT, dependent("{\"feature\": \"p\", \"enabled\": false}"));

        assertThat(flag(form).status()).isEqualTo(ConversionStatus.LOST);
        assertThat(flag(form).notes())
                .containsExactly(
                        "It needs its parent \"p\" to be off, and a prerequisite can only ask for a flag that is on.");
    }

    @Test
    void aLostParentTakesItsChildrenWithIt() {
        UnleashConversion form =
                converted("{\"name\": \"p p\", \"enabled\": true}", dependent("{\"feature\": \"p p\"}"));

        assertThat(flag(form).status()).isEqualTo(ConversionStatus.LOST);
        assertThat(flag(form).notes()).containsExactly("Its parent \"p p\" is lost.");
    }

    @Test
    void oneProjectIsNotWorthANote() {
        assertThat(converted(feature("\"project\": \"p\"")).notes()).isEmpty();
    }

    private static String dependent(String dependency) {
        return feature("\"dependencies\": [" + dependency + "]");
    }
}
