package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What pages do when people or networks do what nobody planned, and settings taken from one environment to another. */
class PageMannersST extends BrowserTestBase {
    private static final int TABS = 16;
    private static final String PASSWORD = "a password of a test";

    private final Map<String, String> people = new HashMap<>();
    private String project = "";

    @BeforeAll
    void findProject(StackUnderTest installation) {
        project = installation.quickstart().project();
    }

    @Test
    void theFirstOfSixteenTabsStillWorks() {
        String flag = flag("tabs");
        site.open(page, pageOf("flag", flag));
        List<Page> others = new ArrayList<>();
        for (int i = 0; i < TABS; i++) {
            Page tab = page.context().newPage();
            tab.navigate(site.url() + pageOf("flag", flag));
            others.add(tab);
        }

        flagSwitch(page, flag).click();
        assertThat(page.getByText(flag + " is on in staging.")).isVisible();
        others.get(TABS - 1).reload();

        assertThat(flagSwitch(others.get(TABS - 1), flag)).hasAttribute("aria-checked", "true");
    }

    @Test
    void theSecondClickOfADoubleClickDoesNothing() {
        String flag = flag("double");
        site.open(page, pageOf("flag", flag));

        flagSwitch(page, flag).dblclick();
        assertThat(page.getByText("Undo")).isVisible();
        page.locator("#add-rule").click();
        page.locator(".rule-edit-body [data-field='percent']").waitFor();
        button("Done").dblclick();
        assertThat(draft()).isVisible();
        page.reload();

        assertThat(flagSwitch(page, flag)).hasAttribute("aria-checked", "true");
        assertThat(page.locator("[data-rule]")).hasCount(1);
    }

    @Test
    void theDrawerIsClosedOnceADraftIsSavedAndStaysSo() {
        String flag = flag("drawer");
        site.open(page, pageOf("flag", flag));
        page.locator("#add-rule").click();
        page.locator(".rule-edit-body [data-field='percent']").waitFor();
        button("Done").click();
        button("Review and save").click();
        page.locator("[id='save:apply']").click();

        assertThat(page.getByText(flag + " saved in staging.")).isVisible();
        assertThat(drawer()).isHidden();
        flagSwitch(page, flag).click();
        assertThat(page.getByText(flag + " is on in staging.")).isVisible();
        assertThat(drawer()).isHidden();
    }

    @Test
    void backShowsTheListAsItIsNow() {
        String flag = flag("back");
        site.open(page, "/flags.xhtml?project=" + project + "&environment=staging&q=" + flag);
        flagSwitch(page, flag).click();
        assertThat(page.getByText(flag + " is on in staging.")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(flag))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/flag\\.xhtml.*"));

        page.goBack();

        assertThat(page).hasURL(site.url() + "/flags.xhtml?project=" + project + "&environment=staging&q=" + flag);
        assertThat(flagSwitch(page, flag)).hasAttribute("aria-checked", "true");
    }

    @Test
    void whoLosesTheNetworkIsToldUntilItIsBackAndLosesNothing() {
        String flag = flag("network");
        site.open(page, pageOf("flag", flag));
        page.locator("#add-rule").click();
        Locator percent = page.locator(".rule-edit-body [data-field='percent']");
        percent.waitFor();
        page.context().setOffline(true);
        percent.fill("30");
        button("Done").click();
        assertThat(page.locator("#unreachable")).isVisible();
        assertThat(percent).hasValue("30");

        page.context().setOffline(false);
        button("Done").click();

        assertThat(draft()).isVisible();
        assertThat(page.locator("#unreachable")).isHidden();
    }

    @Test
    void aPageWhoseFlagIsDeletedMeanwhileSaysSo() {
        String flag = flag("gone");
        site.open(page, pageOf("flag", flag));
        hub.post(
                "/projects/" + project + "/changes",
                Map.of("changes", List.of(Map.of("type", "archive-flag", "flag", flag))));
        assertThat(hub.call("DELETE", "/projects/" + project + "/flags/" + flag, "")
                        .statusCode())
                .isEqualTo(204);

        flagSwitch(page, flag).click();

        assertThat(page.locator("h1")).hasText("Page not found");
        assertThat(page.navigate(site.url() + pageOf("flag-usage", flag)).status())
                .isEqualTo(404);
        assertThat(page.locator("h1")).hasText("Page not found");
    }

    @Test
    void whoseRightIsTakenAwayReadsOnAndIsToldWhatIsMissing() {
        String flag = flag("right");
        String email = person("right", "editor");
        site.open(page, pageOf("flag", flag), email, PASSWORD);
        become(email, "viewer", true);

        flagSwitch(page, flag).click();

        assertThat(notice())
                .containsText(Pattern.compile(
                        "This requires the permission .+ in environment staging of project " + project));
        assertThat(page.getByRole(AriaRole.SWITCH)).hasCount(0);
    }

    @Test
    void chosenSettingsAreTakenFromAnotherEnvironmentReviewedAndTakenBack() {
        String flag = flag("promoted");
        hub.post(
                "/projects/" + project + "/changes",
                Map.of(
                        "environment",
                        "staging",
                        "changes",
                        List.of(
                                Map.of("type", "turn-on", "flag", flag),
                                Map.of("type", "add-rule", "flag", flag, "definition", rule()))));
        site.open(page, "/flag-compare.xhtml?project=" + project + "&environment=production&in=staging&flag=" + flag);
        assertThat(page.locator(".sides [data-differs='true']")).hasCount(2);

        page.getByLabel(Pattern.compile("Turn \"" + flag + "\" on.*")).uncheck();
        button("Review in production").click();
        assertThat(drawer()).containsText("Add rule 1 to");
        button("Save in production").click();
        assertThat(page.getByText(flag + " saved in production.")).isVisible();
        assertThat(page.locator(".sides [data-differs='true']")).hasCount(1);
        undo();

        assertThat(page.locator(".sides [data-differs='true']")).hasCount(2);
    }

    @Test
    void theConsoleOpensWithTheProjectThatWasLookedAtLast() {
        site.open(page, "/flags.xhtml?project=" + project);
        page.navigate(site.url() + "/flags.xhtml");

        page.waitForURL(Pattern.compile(".*project=" + project + ".*"));
    }

    @Test
    void theSecondClickOnCreateMakesNoSecondFlag() {
        String flag = "create-" + suffix;
        site.open(page, "/flags.xhtml?project=" + project);
        button("New flag").click();
        field("newFlag:key").fill(flag);
        button("Create flag").dblclick();
        page.waitForURL(Pattern.compile(".*/flag\\.xhtml.*"));

        assertThat(page.locator("#flag-key")).hasText(flag);
        assertThat(page.locator(".toast-danger")).hasCount(0);
    }

    @Test
    void aRuleThatIsBeingTypedIsThereAgainAfterAReload() {
        String flag = flag("reload");
        site.open(page, pageOf("flag", flag));
        page.locator("#add-rule").click();
        page.locator(".rule-edit-body [data-field='percent']").fill("37");
        assertThat(page.locator("[data-sentence]")).containsText("37");
        page.reload();

        assertThat(page.locator(".rule-edit-body [data-field='percent']")).hasValue("37");
        assertThat(page.getByText("What you had typed is there again.")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".rule-edit-body")).hasCount(0);
        page.reload();
        assertThat(page.locator(".rule-edit-body")).hasCount(0);
    }

    @Test
    void whatIsTypedOfANewFlagOutlivesTheSessionUntilTheDialogIsClosed() {
        site.open(page, "/flags.xhtml?project=" + project);
        button("New flag").click();
        field("newFlag:key").fill("outlives-" + suffix);
        page.getByLabel(Pattern.compile("Description.*")).fill("a long text");
        page.context().clearCookies();
        button("Create flag").click();
        page.waitForURL(Pattern.compile(".*/login\\.xhtml.*"));
        AdminSite.enter(page, site.email(), site.password());

        assertThat(page.locator("[id='newFlag:key']")).hasValue("outlives-" + suffix);
        assertThat(page.locator("[id='newFlag:description']")).hasValue("a long text");
        assertThat(page.locator("#new-flag")).isVisible();
        page.keyboard().press("Escape");
        page.reload();
        assertThat(page.locator("#new-flag")).isHidden();
        button("New flag").click();
        assertThat(page.locator("[id='newFlag:description']")).hasValue("");
    }

    @Test
    void twoWindowsOfOnePersonAddToOneDraft() {
        String flag = flag("windows");
        site.open(page, pageOf("flag", flag));
        Page other = page.context().newPage();
        other.navigate(site.url() + pageOf("flag", flag));
        for (Page window : List.of(page, other)) {
            window.locator("#add-rule").click();
            window.locator(".rule-edit-body [data-field='percent']").fill(window == page ? "10" : "20");
            button(window, "Done").click();
            assertThat(window.locator(".draft")).isVisible();
        }

        assertThat(other.locator(".draft")).containsText("2 changes");
        page.reload();
        assertThat(page.locator("[data-rule] .sentence")).containsText(new String[] {"10", "20"});
    }

    @Test
    void aSwitchThatIsMovedWithoutTheNetworkStaysWhereItIs() {
        String flag = flag("cut");
        site.open(page, pageOf("flag", flag));
        page.context().setOffline(true);
        flagSwitch(page, flag).click();
        assertThat(page.locator("#unreachable")).isVisible();
        assertThat(flagSwitch(page, flag)).hasAttribute("aria-checked", "false");
        assertThat(page.locator("[aria-busy]")).hasCount(0);

        page.context().setOffline(false);
        flagSwitch(page, flag).click();
        assertThat(flagSwitch(page, flag)).hasAttribute("aria-checked", "true");
        assertThat(page.locator("#unreachable")).isHidden();
    }

    @Test
    void aMessageThatComesWhileADialogIsOpenIsInFrontOfIt() {
        site.open(page, "/flags.xhtml?project=" + project);
        button("New flag").click();
        field("newFlag:key").fill("front-" + suffix);
        dialog().getByLabel("Type", exactLabel()).selectOption("STRING");
        button("Create flag").click();
        assertThat(notice()).containsText("variants");
        notice().getByLabel("Close").click();
        page.context().setOffline(true);
        button("Create flag").click();
        page.locator("#unreachable").click(new Locator.ClickOptions().setTrial(true));

        page.keyboard().press("Escape");

        assertThat(page.locator("#main")).isVisible();
        page.locator("#unreachable").click(new Locator.ClickOptions().setTrial(true));
    }

    @Test
    void whoSignedOutSeesNothingOfThePageBefore() {
        site.open(page, "/flags.xhtml?project=" + project);
        page.getByLabel(Pattern.compile(".*, your account")).click();
        button("Sign out").click();
        page.waitForURL(Pattern.compile(".*/login\\.xhtml"));

        page.goBack();

        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
        assertThat(page.locator("#page")).hasCount(0);
    }

    @Test
    void aKeyThatIsRevokedMeanwhileIsNotRevokedTwice() {
        String name = "gone-" + suffix;
        String id = hub.post(
                        "/keys", Map.of("name", name, "kind", "server", "project", project, "environment", "staging"))
                .path("id")
                .asText();
        site.open(page, "/keys.xhtml?project=" + project);
        assertThat(hub.call("DELETE", "/keys/" + id, "").statusCode()).isEqualTo(204);

        button("Revoke " + name).click();
        page.locator("#confirm-do").click();

        assertThat(notice()).containsText("There is no API key");
        assertThat(button("Revoke " + name)).hasCount(0);
    }

    @Test
    void whoseRightIsTakenAwayWhileADialogIsOpenIsToldThatItIsNotOfferedAnyMore() {
        String email = person("dialog", "editor");
        site.open(page, "/flags.xhtml?project=" + project, email, PASSWORD);
        button("New flag").click();
        field("newFlag:key").fill("refused-" + suffix);
        become(email, "viewer", true);
        button("Create flag").click();

        assertThat(notice()).containsText("This is not offered here any more");
        assertThat(button("New flag")).hasCount(0);
        assertThat(hub.call("GET", "/projects/" + project + "/flags/refused-" + suffix, "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoseAccountIsClosedIsLedToTheLogin() {
        String flag = flag("closed");
        String email = person("closed", "editor");
        site.open(page, pageOf("flag", flag), email, PASSWORD);
        become(email, "editor", false);

        flagSwitch(page, flag).click();

        page.waitForURL(Pattern.compile(".*/login\\.xhtml.*"));
        AdminSite.enter(page, email, PASSWORD);
        assertThat(page.locator(".banner-danger")).isVisible();
    }

    /** Makes somebody; answers the address. */
    private String person(String name, String role) {
        String email = name + "-" + suffix + "@example.org";
        people.put(
                email,
                hub.post("/users", Map.of("email", email, "name", "Somebody", "password", PASSWORD, "role", role))
                        .path("id")
                        .asText());
        return email;
    }

    private void become(String email, String role, boolean active) {
        hub.put(
                "/users/" + people.get(email),
                Map.of("email", email, "name", "Somebody", "role", role, "active", active));
    }

    private static Map<String, Object> rule() {
        return Map.of(
                "id",
                "plan",
                "name",
                "",
                "condition",
                Map.of("attribute", "plan", "operator", "IN", "values", List.of("pro")),
                "outcome",
                Map.of("serve", "on"));
    }

    private String flag(String name) {
        String key = name + "-" + suffix;
        hub.createFlag(key);
        return key;
    }

    private String pageOf(String name, String flag) {
        return "/" + name + ".xhtml?project=" + project + "&environment=staging&flag=" + flag;
    }

    private static Locator flagSwitch(Page where, String flag) {
        return flagSwitch(where, flag, "staging");
    }
}
