package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jackstaff.system.FortyFlags.Answer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SDKs of Unleash, Flagsmith and OpenFeature for Python, pointed at the edge, say of the forty flags what the edge answers,
 * follow a change without a restart, and have their usage counted where they report it. OpenFeature's does not.
 */
@UsesSharedStack
@Tag("sdk")
class PythonClientsST {
    private static final String NAME = "python";
    /** On for who lacks an attribute: the SDK of Flagsmith, by itself, knows no segments while it is asked about nobody. */
    private static final Set<String> ON_FOR_NOBODY = Set.of("operator-not-in", "operator-str-ends-with", "segment-not");

    private final String edgeUrl;
    private final FortyFlags flags;

    PythonClientsST(StackUnderTest installation) {
        this.edgeUrl = installation.quickstart().edgeUrl();
        this.flags = FortyFlags.in(installation, "python-clients");
    }

    @BeforeEach
    void theFlagIsOff() {
        flags.begin();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "streaming"})
    void unleashAgreesAndFollows(String mode) {
        String name = "python-" + mode;
        try (ScriptProcess unleash = PythonScripts.with("clients").start("unleash_sdk.py")) {
            unleash.ask(
                    "start",
                    Map.of(
                            "name",
                            name,
                            "url",
                            edgeUrl + "/api",
                            "key",
                            flags.keys().server(),
                            "mode",
                            mode));

            assertThat(flags.exactFlags("unleash")).hasSize(40);
            for (Map<String, String> context : flags.contexts()) {
                JsonNode features = unleash.ask("evaluate", Map.of("name", name, "context", context));
                assertThat(UnleashFeature.byName(features))
                        .describedAs("%s", context)
                        .isEqualTo(UnleashFeature.expected(flags.answers(context)));
            }
            assertFollows(unleash, name);
            await().untilAsserted(
                            () -> assertThat(flags.evaluationsCounted(name)).isPositive());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "client"})
    void flagsmithThatAsksAgreesAndFollows(String kind) {
        boolean server = kind.equals("server");
        String key = server ? flags.keys().server() : flags.keys().client();
        try (ScriptProcess flagsmith = flagsmith(key, false, false)) {
            for (Map<String, String> context : flags.contexts()) {
                FlagsmithIdentity identity = FlagsmithIdentity.of(context);
                Map<String, Answer> answers =
                        server ? flags.answers(identity.context()) : flags.clientAnswers(identity.context());
                Map<String, FlagsmithFeature> asked = FlagsmithFeature.queryAll(flagsmith, NAME, identity);
                Set<String> compared = FlagsmithIdentity.withoutPercentages(answers.keySet());
                assertThat(asked).containsOnlyKeys(answers.keySet());
                assertThat(FlagsmithFeature.retain(compared, asked))
                        .describedAs("%s", context)
                        .isEqualTo(FlagsmithFeature.retain(compared, FlagsmithFeature.expected(answers)));
            }
            assertFollows(flagsmith, NAME);
            assertReports(flagsmith);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void flagsmithThatEvaluatesByItselfAgreesAndFollows(boolean told) {
        Set<String> exact = flags.exactFlags("flagsmith");
        try (ScriptProcess flagsmith = flagsmith(flags.keys().server(), true, told)) {
            for (Map<String, String> context : flags.contexts()) {
                FlagsmithIdentity identity = FlagsmithIdentity.of(context);
                Set<String> compared = FlagsmithIdentity.withoutPercentages(exact);
                if (!identity.isIdentified()) {
                    compared.removeAll(ON_FOR_NOBODY);
                }
                assertThat(FlagsmithFeature.retain(compared, FlagsmithFeature.queryAll(flagsmith, NAME, identity)))
                        .describedAs("%s", context)
                        .isEqualTo(FlagsmithFeature.retain(
                                compared, FlagsmithFeature.expected(flags.answers(identity.context()))));
            }
            assertFollows(flagsmith, NAME);
            assertReports(flagsmith);
        }
    }

    @Test
    void flagsmithThatEvaluatesByItselfChoosesTheSubjectsThatTheEdgeChooses() {
        try (ScriptProcess asking = flagsmith(flags.keys().client(), false, false);
                ScriptProcess local = flagsmith(flags.keys().server(), true, false)) {
            for (FlagsmithIdentity subject : FlagsmithIdentity.subjects()) {
                assertThat(percentages(local, subject))
                        .describedAs("%s", subject)
                        .hasSameSizeAs(FlagsmithIdentity.PERCENTAGES)
                        .isEqualTo(percentages(asking, subject));
            }
        }
    }

    private static Map<String, FlagsmithFeature> percentages(ScriptProcess client, FlagsmithIdentity subject) {
        return FlagsmithFeature.retain(FlagsmithIdentity.PERCENTAGES, FlagsmithFeature.queryAll(client, NAME, subject));
    }

    private ScriptProcess flagsmith(String key, boolean local, boolean told) {
        ScriptProcess flagsmith = PythonScripts.with("clients").start("flagsmith_sdk.py");
        flagsmith.ask("start", Map.of("name", NAME, "url", edgeUrl, "key", key, "local", local, "told", told));
        return flagsmith;
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "client"})
    void openFeatureAgreesAndFollows(String kind) {
        boolean server = kind.equals("server");
        String key = server ? flags.keys().server() : flags.keys().client();
        try (ScriptProcess openFeature = PythonScripts.with("clients").start("ofrep_sdk.py")) {
            openFeature.ask("start", Map.of("url", edgeUrl, "key", key));

            for (Map<String, String> context : flags.contexts()) {
                Map<String, Answer> answers = server ? flags.answers(context) : flags.clientAnswers(context);
                assertThat(OfrepAnswer.ask(openFeature, answers, context))
                        .describedAs("%s", context)
                        .isEqualTo(OfrepAnswer.expected(answers));
            }
            flags.toggle(true);
            Map<String, ?> toggled = Map.of("types", Map.of(FortyFlags.TOGGLED_FLAG, "boolean"), "context", Map.of());
            await().until(() -> openFeature
                    .ask("evaluate", toggled)
                    .at("/" + FortyFlags.TOGGLED_FLAG + "/value")
                    .asBoolean());
        }
    }

    private void assertFollows(ScriptProcess client, String name) {
        Map<String, String> toggled = Map.of("name", name, "feature", FortyFlags.TOGGLED_FLAG);
        assertThat(client.ask("isEnabled", toggled).asBoolean()).isFalse();
        flags.toggle(true);
        await().until(() -> client.ask("isEnabled", toggled).asBoolean());
    }

    private void assertReports(ScriptProcess flagsmith) {
        long before = flags.evaluationsCounted("");
        flagsmith.ask("report", Map.of("name", NAME));
        await().untilAsserted(() -> assertThat(flags.evaluationsCounted("")).isGreaterThan(before));
    }
}
