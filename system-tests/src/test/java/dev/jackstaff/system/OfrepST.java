package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.jackstaff.system.FortyFlags.Answer;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OpenFeature's own SDKs say of the forty flags what the edge answers, and follow a change without a restart. */
@UsesSharedStack
@Tag("sdk")
class OfrepST {
    private final StackUnderTest installation;
    private final String edgeUrl;
    private final String hubUrl;
    private final FortyFlags flags;

    OfrepST(StackUnderTest installation) {
        this.installation = installation;
        this.edgeUrl = installation.quickstart().edgeUrl();
        this.hubUrl = installation.quickstart().hubUrl();
        this.flags = FortyFlags.in(installation, "ofrep-clients");
    }

    @BeforeEach
    void theFlagIsOff() {
        flags.begin();
    }

    @Test
    void theSdkForServersAgreesAndFollows() {
        try (ScriptProcess node = NodeScripts.start("ofrep-server.mjs")) {
            node.ask("start", Map.of("url", edgeUrl, "key", flags.keys().server()));

            assertAgreement(node, flags::answers);
            flags.toggle(true);
            await().until(() -> node.ask(
                            "evaluate",
                            Map.of("types", Map.of(FortyFlags.TOGGLED_FLAG, "boolean"), "context", Map.of()))
                    .at("/" + FortyFlags.TOGGLED_FLAG + "/value")
                    .asBoolean());
        }
    }

    @Test
    void theSdkForBrowsersAgreesAndIsToldOfAChange() {
        try (ScriptProcess browser = NodeScripts.start("ofrep-web.mjs")) {
            browser.ask("start", Map.of("url", edgeUrl, "key", flags.keys().client()));

            assertAgreement(browser, flags::clientAnswers);
            assertChangeArrives(browser);
        }
    }

    @Test
    void theHubTellsOfChangesToo() {
        try (ScriptProcess browser = NodeScripts.start("ofrep-web.mjs")) {
            browser.ask("start", Map.of("url", hubUrl, "key", flags.keys().client()));

            assertChangeArrives(browser);
        }
    }

    private void assertAgreement(ScriptProcess sdk, Function<Map<String, String>, Map<String, Answer>> expected) {
        for (Map<String, String> context : flags.contexts()) {
            Map<String, Answer> answers = expected.apply(context);
            assertThat(OfrepAnswer.ask(sdk, answers, context))
                    .describedAs("%s", context)
                    .isEqualTo(OfrepAnswer.expected(answers));
        }
    }

    private void assertChangeArrives(ScriptProcess browser) {
        Map<String, String> toggled = Map.of("flag", FortyFlags.TOGGLED_FLAG);
        assertThat(browser.ask("isEnabled", toggled).asBoolean()).isFalse();
        flags.toggle(true);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> browser.ask("isEnabled", toggled).asBoolean());
    }

    @Test
    void theHubAnswersAsTheEdgeDoes() throws IOException {
        QuickstartFile quickstart = installation.quickstart();
        ManagementClient hub = ManagementClient.of(installation);
        hub.createFlag("ofrep-hub");
        hub.toggle("ofrep-hub", true);
        OfrepClient edge = OfrepClient.of(installation);
        OfrepClient onHub = OfrepClient.at(hubUrl, quickstart);

        await().until(() -> edge.evaluate("ofrep-hub").value());
        await().until(() -> onHub.evaluate("ofrep-hub").value());

        assertThat(onHub.evaluate("ofrep-hub").body())
                .isEqualTo(edge.evaluate("ofrep-hub").body());
        assertThat(onHub.evaluateAll("{\"targetingKey\":\"ada\"}").body().path("flags"))
                .isEqualTo(edge.evaluateAll("{\"targetingKey\":\"ada\"}").body().path("flags"));
    }

    @Test
    void theSdkForJavaAgreesAndFollows() {
        OpenFeatureAPI openFeature = OpenFeatureAPI.getInstance();
        openFeature.setProviderAndWait(
                "ofrep-forty",
                OfrepProvider.constructProvider(OfrepProviderOptions.builder()
                        .baseUrl(edgeUrl)
                        .headers(ImmutableMap.of(
                                "Authorization",
                                ImmutableList.of("Bearer " + flags.keys().server())))
                        .build()));
        Client client = openFeature.getClient("ofrep-forty");

        for (Map<String, String> context : flags.contexts()) {
            Map<String, Answer> answers = flags.answers(context);
            Map<String, Value> attributes = new HashMap<>();
            context.forEach((name, value) -> attributes.put(name, new Value(value)));
            ImmutableContext asked = new ImmutableContext(context.getOrDefault("targetingKey", ""), attributes);
            answers.values().stream().filter(Answer::isBoolean).forEach(answer -> {
                FlagEvaluationDetails<Boolean> details = client.getBooleanDetails(answer.flag(), false, asked);
                assertThat(details.getValue())
                        .describedAs("%s", answer)
                        .isEqualTo(answer.value().asBoolean());
                assertThat(details.getReason()).isEqualTo(answer.reason());
                assertThat(details.getVariant()).isEqualTo(answer.variant());
            });
        }
        flags.toggle(true);
        await().until(() -> client.getBooleanValue(FortyFlags.TOGGLED_FLAG, false));
    }
}
