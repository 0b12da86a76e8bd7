package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What pages do when people or networks do what nobody planned, and settings taken from one environment to another. */
@UsesSharedStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class PageMannersST {
    private static final int TABS = 16;
    private static final String PASSWORD = "a password of a test";

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private AdminSite site = new AdminSite("", "", "");
    private String project = "";
    private ManagementClient hub;
    private AdminBrowser browser;
    private Page page;

    @BeforeAll
    void openBrowser(StackUnderTest installation) {
        Optional<Path> chromium = AdminBrowser.executable();
        assumeTrue(chromium.isPresent(), "no Chromium: neither CHROMIUM_PATH nor /usr/bin/chromium");
        site = AdminSite.of(installation);
        project = installation.quickstart().project();
        hub = ManagementClient.of(installation);
        browser = AdminBrowser.start(chromium.orElseThrow());
    }

    @BeforeEach
    void openPage() {
        page = browser.page(ColorScheme.LIGHT);
    }

    @AfterEach
    void closePage() {
        page.context().close();
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
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
        button(page, "Done").dblclick();
        assertThat(page.locator(".draft")).isVisible();
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
        button(page, "Done").click();
        button(page, "Review and save").click();
        page.locator("[id='save:apply']").click();

        assertThat(page.getByText(flag + " saved in staging.")).isVisible();
        assertThat(page.locator("#save-drawer")).isHidden();
        flagSwitch(page, flag).click();
        assertThat(page.getByText(flag + " is on in staging.")).isVisible();
        assertThat(page.locator("#save-drawer")).isHidden();
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
        button(page, "Done").click();
        assertThat(page.locator("#unreachable")).isVisible();
        assertThat(percent).hasValue("30");

        page.context().setOffline(false);
        button(page, "Done").click();

        assertThat(page.locator(".draft")).isVisible();
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
        button(page, "Review in production").click();
        assertThat(page.locator("#save-drawer")).containsText("Add the rule");
        button(page, "Save in production").click();
        assertThat(page.getByText(flag + " saved in production.")).isVisible();
        assertThat(page.locator(".sides [data-differs='true']")).hasCount(1);
        button(page, "Undo").click();

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
        return where.getByRole(
                AriaRole.SWITCH,
                new Page.GetByRoleOptions().setName(flag + " in staging").setExact(true));
    }

    private static Locator button(Page where, String name) {
        return where.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
