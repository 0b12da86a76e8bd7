package dev.jackstaff.cli.management;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagTextTest {
    @Test
    void aFlagIsALineForEachPropertyThatItHas() {
        JsonObject flag = json(
                """
                {"key":"checkout","name":"Checkout","description":"","type":"boolean","kind":"release","owner":"",
                 "tags":["a","b"],"serverOnly":true,"archived":true,
                 "variants":[{"key":"on","value":true},{"key":"off","value":false}],
                 "prerequisites":[{"flag":"shop","variants":["on","half"]},{"flag":"till","variants":[]}],
                 "updatedAt":"2026-11-29T21:23:58.123456Z"}
                """);

        assertThat(FlagText.details(flag))
                .containsExactly(
                        "Flag:          checkout",
                        "Name:          Checkout",
                        "Type:          boolean",
                        "Kind:          release",
                        "Tags:          a, b",
                        "Variants:      on = true, off = false",
                        "Prerequisites: shop (on, half), till",
                        "Served to:     servers only",
                        "Archived:      yes",
                        "Changed:       2026-11-29T21:23:58Z");
    }

    @Test
    void settingsAreFollowedByTheRulesInTheirOrder() {
        JsonObject state = json(
                """
                {"key":"checkout","environment":"production","enabled":true,"offVariant":null,
                 "fallthrough":{"split":[{"variant":"on","weight":1},{"variant":"off","weight":3}]},
                 "rules":[
                   {"id":"a1","name":"Staff","condition":{"segment":"staff"},"outcome":{"serve":"on"}},
                   {"id":"b2","name":"Some","enabled":false,"rollout":{"basisPoints":1250},"outcome":{"off":true}}],
                 "revision":7,"updatedAt":"2026-11-29T21:23:58Z"}
                """);

        assertThat(FlagText.settings(state))
                .containsExactly(
                        "Flag:          checkout",
                        "Environment:   production",
                        "State:         on",
                        "Otherwise:     on 1 : off 3",
                        "While off:     the caller's default",
                        "Revision:      7",
                        "Changed:       2026-11-29T21:23:58Z",
                        "",
                        "RULE  NAME   STATE   ROLLOUT  SERVES           IF",
                        "a1    Staff  on      100 %    on               {\"segment\":\"staff\"}",
                        "b2    Some   paused  12.5 %   the off variant");
    }

    @Test
    void eachEnvironmentIsALine() {
        JsonObject state = json(
                """
                {"key":"f","environment":"staging","enabled":false,"offVariant":"off","fallthrough":{"serve":"on"},
                 "rules":[{}],"revision":3,"updatedAt":"2026-11-29T21:23:58Z"}
                """);

        assertThat(FlagText.states(List.of(state)))
                .containsExactly(
                        "ENVIRONMENT  STATE  RULES  OTHERWISE  REVISION  CHANGED",
                        "staging      off    1      on         3         2026-11-29T21:23:58Z");
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
