package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenFeature's own SDKs say of the forty flags what the edge answers, and follow a change without a restart. */
@ExtendWith(RunningStack.class)
class OfrepST {
    private static final Object LOCK = new Object();
    private static final Map<Installation, FortyFlags> MADE = new HashMap<>();

    private final String edgeUrl;
    private final FortyFlags flags;

    OfrepST(Installation installation) {
        this.edgeUrl = installation.quickstart().edgeUrl();
        synchronized (LOCK) {
            this.flags = MADE.computeIfAbsent(installation, stack -> FortyFlags.in(stack, "ofrep-clients"));
        }
    }

    @BeforeEach
    void theFlagIsOff() {
        long revision = flags.toggle(false);
        await().until(() -> flags.revision() >= revision);
    }

    @Test
    void theSdkForServersAgreesAndFollows() {
        try (JavaScript node = JavaScript.start("ofrep-server.mjs")) {
            node.ask("start", Map.of("url", edgeUrl, "key", flags.keys().server()));

            for (Map<String, String> context : flags.contexts()) {
                Map<String, Answer> answers = flags.answers(context);
                assertThat(said(node, answers, context))
                        .describedAs("%s", context)
                        .isEqualTo(expected(answers));
            }
            flags.toggle(true);
            await().until(() -> node.ask(
                            "evaluate", Map.of("types", Map.of(FortyFlags.TOGGLED, "boolean"), "context", Map.of()))
                    .at("/" + FortyFlags.TOGGLED + "/value")
                    .asBoolean());
        }
    }

    @Test
    void theSdkForBrowsersAgreesAndIsToldOfAChange() {
        try (JavaScript browser = JavaScript.start("ofrep-web.mjs")) {
            browser.ask("start", Map.of("url", edgeUrl, "key", flags.keys().client()));

            for (Map<String, String> context : flags.contexts()) {
                Map<String, Answer> answers = flags.clientAnswers(context);
                assertThat(said(browser, answers, context))
                        .describedAs("%s", context)
                        .isEqualTo(expected(answers));
            }
            Map<String, String> toggled = Map.of("flag", FortyFlags.TOGGLED);
            assertThat(browser.ask("isEnabled", toggled).asBoolean()).isFalse();
            flags.toggle(true);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> browser.ask("isEnabled", toggled).asBoolean());
        }
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
        await().until(() -> client.getBooleanValue(FortyFlags.TOGGLED, false));
    }

    private static Map<String, Said> said(JavaScript sdk, Map<String, Answer> answers, Map<String, String> context) {
        Map<String, String> types = new TreeMap<>();
        answers.forEach((flag, answer) -> types.put(flag, type(answer.value())));
        JsonNode all = sdk.ask("evaluate", Map.of("types", types, "context", context));
        Map<String, Said> said = new TreeMap<>();
        all.properties().forEach(entry -> said.put(entry.getKey(), Said.of(entry.getValue())));
        return said;
    }

    private static Map<String, Said> expected(Map<String, Answer> answers) {
        Map<String, Said> expected = new TreeMap<>();
        answers.forEach((flag, answer) ->
                expected.put(flag, new Said(text(answer.value()), answer.variant(), answer.reason())));
        return expected;
    }

    /** A flag without a value is asked for as a truth value, whose default is false. */
    private static String type(JsonNode value) {
        return value.isTextual()
                ? "string"
                : value.isNumber() ? "number" : value.isContainerNode() ? "object" : "boolean";
    }

    /** JavaScript has one kind of number, and writes 10.0 as 10. */
    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isMissingNode() ? "false" : value.toString();
    }

    /** What an SDK says of a flag. */
    private record Said(String value, String variant, String reason) {
        static Said of(JsonNode details) {
            return new Said(
                    text(details.path("value")),
                    details.path("variant").asText(),
                    details.path("reason").asText());
        }
    }
}
