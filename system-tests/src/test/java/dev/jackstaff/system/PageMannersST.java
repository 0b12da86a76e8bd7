package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What pages do when people or networks do what nobody planned, and settings taken from one environment to another. */
class PageMannersST extends BrowserTestBase {
    private static final int TABS = 16;
    private static final String PASSWORD = "a password of a test";

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
        String email = "right-" + suffix + "@example.org";
        JsonNode user =
                hub.post("/users", Map.of("email", email, "name", "Somebody", "password", PASSWORD, "role", "editor"));
        site.open(page, pageOf("flag", flag), email, PASSWORD);
        String path = "/users/" + user.path("id").asText();
        hub.put(path, Map.of("email", email, "name", "Somebody", "role", "viewer", "active", true));

        flagSwitch(page, flag).click();

        assertThat(page.getByText("This requires the role editor.")).isVisible();
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
        assertThat(drawer()).containsText("Add the rule");
        button("Save in production").click();
        assertThat(page.getByText(flag + " saved in production.")).isVisible();
        assertThat(page.locator(".sides [data-differs='true']")).hasCount(1);
        undo();

        assertThat(page.locator(".sides [data-differs='true']")).hasCount(2);
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
