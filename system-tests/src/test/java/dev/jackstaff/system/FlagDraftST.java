package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Edits of variants, settings and rules that gather in a draft, also while somebody else changes the flag. */
class FlagDraftST extends BrowserTestBase {
    private static final String LIMITS =
            "{\"type\":\"object\",\"properties\":{\"percent\":{\"type\":\"integer\",\"maximum\":100}}}";

    private final String project = "drafts-" + suffix;

    @BeforeAll
    void aProject() {
        makeProject(project);
    }

    @Test
    void aValueOfAnEnvironmentIsSavedFromTheDraftAndTakenBack() {
        makeTextFlag("greeting");
        open("flag-variants.xhtml", "greeting", "&variant=on");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Where"))
                .getByText("production")
                .click();
        valueField().fill("Good day");
        button("Done").click();
        assertThat(row("on")).containsText("\"Good day\"own");
        assertThat(row("on")).containsText("Edited");
        Assertions.assertThat(valuesIn("greeting", "production")).isEmpty();

        open("flag.xhtml", "greeting", "");
        save("Save in production");

        assertThat(notice()).containsText("greeting saved in production.");
        Assertions.assertThat(valuesIn("greeting", "production")).containsEntry("on", "Good day");
        undo();
        assertThat(notice()).containsText("Undone.");
        Assertions.assertThat(valuesIn("greeting", "production")).isEmpty();
    }

    @Test
    void variantsAreAddedAndRemovedTogetherWithTheRuleThatServesThem() {
        makeTextFlag("theme");
        open("flag-variants.xhtml", "theme", "");
        button("Variant").click();
        field("newVariant:variantKey").fill("night");
        page.locator("[id='newVariant:variantValue']").fill("dark");
        button("Add variant").click();
        assertThat(row("night")).containsText("Edited");
        button("Remove on").click();
        assertThat(row("on")).containsText("Removed");
        button("Review and save").click();
        assertThat(drawer()).containsText("It cannot be saved like this");
        assertThat(drawer()).containsText("Remove the variant \"on\" from \"theme\"");
        page.keyboard().press("Escape");
        button("Keep on").click();
        assertThat(row("on")).not().containsText("Removed");

        open("flag.xhtml", "theme", "");
        button("Edit what everyone else gets").click();
        page.locator(".rule-edit-body select").first().selectOption("night");
        button("Done").click();
        assertThat(draft()).containsText("2 changes");
        save("Save in all environments");

        assertThat(notice()).containsText("theme saved in all environments.");
        Assertions.assertThat(hub.get(state("theme", "production"))
                        .at("/fallthrough/serve")
                        .asText())
                .isEqualTo("night");
    }

    @Test
    void aValueThatBreaksTheSchemaIsShownAtItsLineUntilItIsSettled() {
        hub.post(
                "/projects/" + project + "/flags",
                Map.of(
                        "key",
                        "discount",
                        "type",
                        "json",
                        "variants",
                        List.of(
                                Map.of("key", "on", "value", Map.of("percent", 10)),
                                Map.of("key", "off", "value", Map.of("percent", 0)))));
        open("flag-variants.xhtml", "discount", "");
        button("Edit schema").click();
        page.locator("[id='editSchema:schema']").fill(LIMITS);
        answer("Done").click();
        assertThat(draft()).containsText("1 change");
        save("Save in all environments");
        assertThat(notice()).containsText("saved");

        open("flag-variants.xhtml", "discount", "&environment=production&variant=on&place=production");
        valueField().fill("{\n  \"percent\": 120\n}");
        button("Done").click();
        assertThat(problem()).containsText("Line 2");
        assertThat(draft()).containsText("1 change");
        page.reload();
        assertThat(problem()).containsText("Line 2");
        valueField().fill("{ \"percent\": ");
        button("Done").click();
        assertThat(problem()).containsText("Line 1");
        valueField().fill("{ \"percent\": 12 }");
        button("Done").click();

        assertThat(problem()).hasCount(0);
        save("Save in production");
        assertThat(notice()).containsText("discount saved in production.");
    }

    @Test
    void thePlaygroundAnswersWithTheDraftOfAVariantToo() {
        makeTextFlag("banner");
        changeInProduction("{\"type\":\"turn-on\",\"flag\":\"banner\"}");
        open("flag-variants.xhtml", "banner", "&environment=production&variant=on");
        valueField().fill("Drafted");
        button("Done").click();
        assertThat(draft()).containsText("1 change");

        open(
                "playground.xhtml",
                "banner",
                "&environment=production&context=%7B%22targetingKey%22%3A%22ada%22%7D&why=banner&at=production%2Bdraft");

        assertThat(page.locator("#main")).containsText("Drafted");
    }

    @Test
    void settingsGatherInTheDraftUntilTheyAreSavedOrDiscarded() {
        makeFlag(project, "described");
        open("flag-settings.xhtml", "described", "");
        page.locator("[id='settings:description']").fill("What it is for");
        button("Link").click();
        page.getByLabel("Title").fill("Wiki");
        page.getByLabel("Address", exact()).fill("https://wiki.example/checkout");
        button("Done").click();
        assertThat(draft()).containsText("2 changes");
        open("flag-usage.xhtml", "described", "");
        assertThat(draft()).containsText("2 changes");
        save("Save in all environments");
        assertThat(notice()).containsText("described saved in all environments.");
        Assertions.assertThat(hub.get("/projects/" + project + "/flags/described")
                        .at("/links/0/title")
                        .asText())
                .isEqualTo("Wiki");

        open("flag-settings.xhtml", "described", "");
        page.locator("[id='settings:owner']").fill("somebody");
        button("Done").click();
        button("Discard").click();
        answer("Discard").click();
        assertThat(draft()).hasCount(0);
        assertThat(page.locator("[id='settings:owner']")).hasValue("");
    }

    @Test
    void whatSomebodyElseChangedWhileARuleWasEditedIsNotTakenBackInSilence() {
        makeFlag(project, "busy");
        changeInProduction(
                """
                {"type":"add-rule","flag":"busy","definition":{"id":"swedes","name":"Swedes","rollout":{"basisPoints":1000},
                "condition":{"attribute":"country","operator":"IN","values":["SE"]},"outcome":{"serve":"on"}}}""");
        open("flag.xhtml", "busy", "&environment=production");
        button("Edit rule 1").click();
        page.locator(".rule-edit-body").getByLabel("Note").fill("my note");
        changeInProduction(
                "{\"type\":\"set-rollout\",\"flag\":\"busy\",\"rule\":\"swedes\",\"rollout\":{\"basisPoints\":2500}}");
        button("Done").click();
        assertThat(page.locator(".rule-note").first()).containsText("my note");
        save("Save in production");
        assertThat(notice()).containsText("busy saved in production.");
        Assertions.assertThat(hub.get(state("busy", "production"))
                        .at("/rules/0/rollout/basisPoints")
                        .asInt())
                .isEqualTo(2500);

        button("Edit rule 1").click();
        Locator share =
                page.locator(".rule-edit-body").getByRole(AriaRole.SPINBUTTON).first();
        share.fill("40");
        changeInProduction(
                "{\"type\":\"set-rollout\",\"flag\":\"busy\",\"rule\":\"swedes\",\"rollout\":{\"basisPoints\":3000}}");
        button("Done").click();
        button("Review and save").click();
        assertThat(drawer().locator(".conflict"))
                .containsText(Pattern.compile("Share of rule 1.*25\\s%.*30\\s%.*40\\s%", Pattern.DOTALL));
    }

    @Test
    void settingsOfOthersSurviveAFormThatIsOlder() {
        makeFlag(project, "shared");
        open("flag-settings.xhtml", "shared", "");
        page.locator("[id='settings:description']").fill("mine");
        hub.call("PATCH", "/projects/" + project + "/flags/shared", "{\"owner\":\"theirs\"}");
        button("Done").click();
        assertThat(draft()).containsText("1 change");
        save("Save in all environments");

        assertThat(notice()).containsText("saved");
        JsonNode saved = hub.get("/projects/" + project + "/flags/shared");
        Assertions.assertThat(saved.path("description").asText()).isEqualTo("mine");
        Assertions.assertThat(saved.path("owner").asText()).isEqualTo("theirs");
    }

    @Test
    void twoWindowsOnTheSettingsKeepWhatBothTypedAndSayWhereTheyMeet() {
        makeFlag(project, "met");
        open("flag-settings.xhtml", "met", "");
        Page other = page.context().newPage();
        other.navigate(page.url());
        other.locator("[id='settings:owner']").fill("theirs");
        other.locator("[id='settings:tags']").fill("there");
        button(other, "Done").click();
        assertThat(other.locator(".draft")).containsText("2 changes");

        page.locator("[id='settings:owner']").fill("mine");
        page.locator("[id='settings:description']").fill("what it is for");
        button("Done").click();
        assertThat(page.locator("[id='settings:ownerError']"))
                .hasText(
                        "Owner is \"theirs\" in your draft now, from another window. Press Done again to replace that.");
        assertThat(page.locator("[id='settings:owner']")).hasValue("mine");
        button("Done").click();

        assertThat(draft()).containsText("3 changes");
        assertThat(page.locator("[id='settings:owner']")).hasValue("mine");
        assertThat(page.locator("[id='settings:tags']")).hasValue("there");
        assertThat(page.locator("[id='settings:description']")).hasValue("what it is for");
    }

    @Test
    void whatIsTypedOutlivesASwitchOnTheSamePage() {
        makeFlag(project, "typed");
        open("flag-settings.xhtml", "typed", "");
        page.locator("[id='settings:description']").fill("half a sentence");
        flagSwitch("typed", "staging").click();
        assertThat(flagSwitch("typed", "staging")).hasAttribute("aria-checked", "true");
        assertThat(page.locator("[id='settings:description']")).hasValue("half a sentence");
        page.locator("[id='settings:description']").pressSequentially(".");
        button("Done").click();

        assertThat(draft()).containsText("1 change");
        assertThat(page.locator("[id='settings:description']")).hasValue("half a sentence.");
    }

    @Test
    void aTagWithACommaIsOneTagAfterAnEdit() {
        makeFlag(project, "tagged");
        hub.call("PATCH", "/projects/" + project + "/flags/tagged", "{\"tags\":[\"a,b\",\"c\"]}");
        open("flag-settings.xhtml", "tagged", "");
        assertThat(page.locator("[id='settings:tags']")).hasValue("\"a,b\", c");
        page.locator("[id='settings:owner']").fill("somebody");
        button("Done").click();

        assertThat(draft()).containsText("1 change");
    }

    private void makeTextFlag(String key) {
        hub.post(
                "/projects/" + project + "/flags",
                Map.of(
                        "key",
                        key,
                        "type",
                        "string",
                        "variants",
                        List.of(Map.of("key", "on", "value", "Hello"), Map.of("key", "off", "value", "Bye"))));
    }

    private void changeInProduction(String instruction) {
        hub.call(
                "POST",
                "/projects/" + project + "/changes",
                "{\"environment\":\"production\",\"changes\":[" + instruction + "]}");
    }

    private Map<String, String> valuesIn(String flag, String environment) {
        Map<String, String> values = new HashMap<>();
        hub.get(state(flag, environment))
                .path("values")
                .forEach(own -> values.put(
                        own.path("variant").asText(), own.path("value").asText()));
        return values;
    }

    private String state(String flag, String environment) {
        return "/projects/" + project + "/flags/" + flag + "/environments/" + environment;
    }

    private void open(String tab, String flag, String more) {
        site.open(page, "/" + tab + "?project=" + project + "&flag=" + flag + more);
    }

    private void save(String verb) {
        button("Review and save").click();
        answer(verb).click();
    }

    private Locator valueField() {
        return page.locator("[id='value:text']");
    }

    private Locator problem() {
        return page.locator("#value-problem");
    }

    private Locator row(String variant) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".key")
                                .getByText(variant, new Locator.GetByTextOptions().setExact(true))));
    }
}
