package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The targeting page of a flag, in a real browser: prerequisites, the kill switch, attributes, and what is not sent yet. */
class TargetingST extends BrowserTestBase {
    private final String project = "targeting-" + suffix;

    @BeforeAll
    void makeProject() {
        makeProject(project);
    }

    @Test
    void aPrerequisiteIsAddedInADraftAndHoldsTheFlagOff() {
        makeFlag("api");
        makeFlag("child");
        turnOn("child", "staging");
        page.navigate(flagPage("child", "staging"));

        need("api");
        assertThat(draft()).containsText("1 change");
        button("Review and save").click();
        assertThat(drawer()).containsText("Let \"child\" need \"api\"");
        button("Save in all environments").click();

        assertThat(notice()).containsText("child saved in all environments.");
        assertThat(drawer()).not().isVisible();
        assertThat(page.locator(".banner-warn")).containsText("Held off in staging. It needs api, which is off.");
        assertThat(page.locator(".env-card").nth(1)).containsText("Held off, needs api, which is off");
        assertThat(graph()).hasAttribute("aria-label", "child needs api (off). It is needed by nothing.");
        page.navigate(flagPage("api", "staging"));
        assertThat(graph()).hasAttribute("aria-label", "api needs nothing. It is needed by child (held off).");
    }

    @Test
    void whatAPrerequisiteHasToServeIsChangedAndItIsRemoved() {
        makeFlag("parent");
        makeFlag("changing");
        need("parent");
        assertThat(page.locator(".prereq")).containsText("Only where parent is on");

        button("Edit the prerequisite parent").click();
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName("on").setExact(true))
                .check();
        button("Done").click();
        assertThat(page.locator(".prereq")).containsText("Only where parent serves on");
        button("Remove the prerequisite parent").click();

        assertThat(page.locator(".prereq")).hasCount(0);
        assertThat(draft()).hasCount(0);
    }

    @Test
    void aFlagThatWouldBeACircleIsRefusedAtItsField() {
        makeFlag("first");
        makeFlag("second");
        need("first");
        save("Save in all environments");
        assertThat(notice()).containsText("second saved in all environments.");
        page.navigate(flagPage("first", "production"));

        need("second");

        assertThat(page.locator("#needed-problem")).hasText("second needs first already: that would be a circle.");
        assertThat(neededField()).hasValue("second");
        neededField().fill("nothing");
        button("Done").click();
        assertThat(page.locator("#needed-problem")).hasText("There is no such flag.");
        neededField().press("Escape");
        assertThat(neededField()).hasCount(0);
    }

    @Test
    void aFlagIsKilledForATimeOnlyWhenItsKeyIsTypedAndIsRestored() {
        makeFlag("burning");
        turnOn("burning", "production");
        page.navigate(flagPage("burning", "production"));
        button("Kill").click();
        Locator kill = answer("Kill in 1 environment");
        assertThat(kill).isDisabled();
        dialog().getByLabel("Minutes until it comes back").fill("30");
        dialog().getByLabel("Reason").fill("errors rise");
        dialog().getByLabel("Type to confirm:").fill("burning");
        kill.click();

        assertThat(notice()).containsText(Pattern.compile("burning is off everywhere until \\d\\d:\\d\\d UTC\\."));
        assertThat(page.locator(".env-card").first()).containsText(Pattern.compile("Killed, back \\d\\d:\\d\\d UTC"));
        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=burning");
        assertThat(page.locator("tbody")).containsText(Pattern.compile("killed, back \\d\\d:\\d\\d"));
        page.navigate(flagPage("burning", "production"));
        button("Restore now").click();

        assertThat(notice()).containsText("burning is on again.");
        assertThat(flagSwitch("burning", "production")).hasAttribute("aria-checked", "true");
        assertThat(button("Restore now")).hasCount(0);
    }

    @Test
    void aKilledFlagIsLeftOff() {
        makeFlag("left-off");
        turnOn("left-off", "staging");
        page.navigate(flagPage("left-off", "staging"));
        button("Kill").click();
        dialog().getByLabel("Minutes until it comes back").fill("30");
        answer("Kill in 1 environment").click();
        button("Leave it off").click();

        assertThat(notice()).containsText("left-off stays off.");
        assertThat(page.locator(".env-card").nth(1)).containsText("Off");
    }

    @Test
    void anAttributeOffersItsComparisonsAndATimeIsChosenInAZone() {
        makeFlag("timed");
        openCondition();
        Locator condition = page.locator("[data-condition='comparison']");
        condition.getByLabel("Attribute").fill("currentTime");

        assertThat(condition.getByLabel("Comparison")).hasValue("DATE_AFTER");
        condition.getByLabel("Time zone").selectOption("Europe/Berlin");
        condition.getByLabel("Date and time").fill("2026-11-01T00:00");

        assertThat(condition.locator("[data-date-utc]")).containsText("31 Oct 2026, 23:00 UTC");
        assertThat(page.locator("[data-sentence]"))
                .containsText("If currentTime is after 1 Nov 2026, 00:00 UTC+01:00, then everyone gets on");
        button("Done").click();
        assertThat(page.locator(".rule .sentence").first()).containsText("1 Nov 2026, 00:00 UTC+01:00");

        button("Edit rule 1").click();
        assertThat(condition.getByLabel("Time zone")).hasValue("Europe/Berlin");
        button("Cancel").click();
        page.evaluate("() => localStorage.setItem('jackstaff-zone', 'Asia/Tokyo')");
        button("Edit rule 1").click();
        assertThat(condition.getByLabel("Date and time")).hasValue("2026-11-01T00:00");
    }

    @Test
    void aRuleIsPausedAndTheDraftIsDiscarded() {
        makeFlag("pausing");
        addRule("plan", "gold");
        button("More for rule 1").click();
        button("Pause").click();
        assertThat(page.locator(".rule-tools .badge").first()).hasText("Paused");
        button("More for rule 1").click();
        button("Resume").click();
        assertThat(page.getByText("Paused", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);

        button("Discard").click();
        assertThat(dialog()).containsText("Discard 1 change?");
        answer("Discard").click();

        assertThat(notice()).containsText("Draft discarded.");
        assertThat(draft()).hasCount(0);
        assertThat(page.locator("[data-rule]")).hasCount(0);
    }

    @Test
    void whatIsTypedInARuleIsNotLostToAnotherCommandWithoutAQuestion() {
        makeFlag("typing");
        addRule("plan", "gold");
        button("Edit what everyone else gets").click();
        page.locator(".rule-edit-body select").first().selectOption("off");
        button("Rule").click();
        assertThat(dialog()).containsText("Throw away what you typed?");
        answer("Cancel").click();
        assertThat(page.locator(".rule-edit-body select").first()).hasValue("off");
        button("More for rule 1").click();
        button("Pause").click();
        answer("Throw away").click();

        assertThat(page.locator(".rule-tools .badge").first()).hasText("Paused");
        button("Edit rule 1").click();
        assertThat(page.locator(".rule-edit-body")).isVisible();
        button("Edit what everyone else gets").click();
        assertThat(dialog()).isHidden();
    }

    @Test
    void whatCannotBeARuleIsMarkedAtItsField() {
        makeFlag("marked");
        openCondition();
        Locator condition = page.locator("[data-condition='comparison']");
        condition.getByLabel("Attribute").fill("age");
        condition.getByLabel("Comparison").selectOption("NUM_GT");
        condition.getByLabel("Values").fill("abc");
        button("Done").click();
        assertThat(condition.getByLabel("Values")).hasAttribute("aria-invalid", "true");
        assertThat(condition.locator("[data-illegal]")).containsText("abc");
        condition.getByLabel("Remove value").click();
        condition.getByLabel("Values").fill("18");
        Locator share = page.locator("[data-field='percent']");
        share.fill("150");
        button("Done").click();
        assertThat(share).hasAttribute("aria-invalid", "true");
        share.fill("15");
        button("Done").click();

        assertThat(draft()).containsText("1 change");
        assertThat(page.locator(".rule .sentence").first()).containsText("15");
    }

    @Test
    void aValueWithACommaStandsInQuotes() {
        makeFlag("quoted");
        openCondition();
        Locator condition = page.locator("[data-condition='comparison']");
        condition.getByLabel("Attribute").fill("city");
        condition.getByLabel("Values").pressSequentially("\"Washington, D.C.\",Paris,");

        assertThat(condition.locator(".chip [data-text]")).hasText(new String[] {"Washington, D.C.", "Paris"});
    }

    @Test
    void controlAndEnterOpensTheReviewOfADraft() {
        makeFlag("quick");
        addRule("plan", "gold");

        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#save-drawer")).containsText("Save 1 change");
    }

    @Test
    void aRuleIsCopiedIntoTheDraftOfAnotherEnvironment() {
        makeFlag("copied");
        addRule("plan", "gold");
        button("More for rule 1").click();
        button("Copy to staging").click();
        assertThat(notice()).containsText("It is in your draft of staging now.");

        page.navigate(flagPage("copied", "staging"));

        assertThat(page.locator(".rule .sentence").first()).containsText("If plan is one of gold");
        assertThat(draft()).containsText("1 change");
    }

    @Test
    void whatIsTypedAndNotSentIsThereAgainAfterTheSessionHasEnded() {
        makeFlag("typed");
        openCondition();
        page.locator("[data-condition='comparison']").getByLabel("Attribute").fill("country");
        page.locator("[data-condition='comparison']").getByLabel("Values").fill("SE");
        page.locator(".rule-edit-body").getByLabel("Note").fill("not sent yet");
        assertThat(page.locator("[data-sentence]")).containsText("If country is one of SE");
        page.context().clearCookies();
        button("Done").click();
        page.waitForURL(Pattern.compile(".*/login\\.xhtml.*"));
        AdminSite.enter(page, site.email(), site.password());
        page.waitForURL(address -> !address.contains("/login.xhtml"));

        assertThat(notice()).containsText("What you had typed is there again.");
        assertThat(page.locator(".rule-edit-body").getByLabel("Note")).hasValue("not sent yet");
        button("Done").click();
        assertThat(page.locator(".rule-note").first()).hasText("not sent yet");
        page.reload();
        assertThat(draft()).containsText("1 change");
        assertThat(page.locator(".rule-edit-body")).hasCount(0);
    }

    @Test
    void savedSettingsAndAnArchivedFlagAreTakenBackFromTheirMessage() {
        makeFlag("undone");
        site.open(page, "/flag-settings.xhtml?project=" + project + "&flag=undone");
        page.locator("[id='settings:owner']").fill("somebody");
        button("Done").click();
        save("Save in all environments");
        assertThat(notice()).containsText("undone saved in all environments.");
        undo();
        assertThat(notice()).containsText("Undone.");
        assertThat(page.locator("[id='settings:owner']")).hasValue("");

        button("Archive").click();
        dialog().getByLabel("Type to confirm:").fill("undone");
        answer("Archive").click();
        assertThat(page.locator(".banner-warn")).containsText("This flag is archived");
        undo();

        assertThat(page.locator(".banner-warn")).hasCount(0);
    }

    /** Adds a prerequisite to the draft of the flag whose page is open. */
    private void need(String flag) {
        button("Add a prerequisite").click();
        neededField().fill(flag);
        button("Done").click();
    }

    private Locator neededField() {
        return page.getByLabel("Key of the flag that is needed");
    }

    private Locator graph() {
        return page.locator("svg.graph");
    }

    /** Adds a rule to the draft of the flag whose page is open. */
    private void addRule(String attribute, String value) {
        openCondition();
        Locator condition = page.locator("[data-condition='comparison']");
        condition.getByLabel("Attribute").fill(attribute);
        condition.getByLabel("Values").fill(value);
        condition.getByLabel("Values").press("Enter");
        button("Done").click();
        assertThat(draft()).containsText("1 change");
    }

    private void openCondition() {
        button("Rule").click();
        page.locator(".rule-edit-body")
                .getByText("Condition", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private void turnOn(String flag, String environment) {
        page.navigate(flagPage(flag, environment));
        flagSwitch(flag, environment).click();
        if (environment.equals("production")) {
            answer("Turn on in production").click();
        }
        assertThat(flagSwitch(flag, environment)).hasAttribute("aria-checked", "true");
    }

    private void save(String verb) {
        button("Review and save").click();
        button(verb).click();
    }

    private void makeFlag(String key) {
        makeFlag(project, key);
    }

    private String flagPage(String flag, String environment) {
        return site.url() + "/flag.xhtml?project=" + project + "&environment=" + environment + "&flag=" + flag;
    }
}
