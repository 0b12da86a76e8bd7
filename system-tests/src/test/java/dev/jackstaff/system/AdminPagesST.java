package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

/** The main job by hand: in a real browser, on the pages of a running stack. */
@UsesSharedStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class AdminPagesST {
    private final String project = "pages-" + UUID.randomUUID().toString().substring(0, 8);
    private final String viewer = project + "@example.org";
    private String site = "";
    private String email = "";
    private String password = "";
    private AdminBrowser browser;
    private Page page;

    @BeforeAll
    void openBrowserAndMakeProject(StackUnderTest installation) throws SQLException {
        Optional<Path> chromium = AdminBrowser.executable();
        assumeTrue(chromium.isPresent(), "no Chromium: neither CHROMIUM_PATH nor /usr/bin/chromium");
        QuickstartFile quickstart = installation.quickstart();
        site = quickstart.adminUrl().replaceFirst("/$", "");
        email = quickstart.adminEmail();
        password = quickstart.adminPassword();
        addViewer(installation);
        browser = AdminBrowser.start(chromium.orElseThrow());
        page = browser.page(ColorScheme.LIGHT);
        makeProject();
        page.context().close();
    }

    /** Somebody who only reads, with the administrator's password. */
    private void addViewer(StackUnderTest installation) throws SQLException {
        try (Connection database = installation.database();
                PreparedStatement insert = database.prepareStatement(
                        "insert into hub_user select gen_random_uuid(), ?, 'Viewer', password_hash, 'viewer', true,"
                                + " now(), 0 from hub_user where email = ?")) {
            insert.setString(1, viewer);
            insert.setString(2, email);
            insert.executeUpdate();
        }
    }

    private void makeProject() {
        signIn("/projects.xhtml");
        button("New project").click();
        field("newProject:key").fill(project);
        button("Create project").click();
        page.waitForURL(Pattern.compile(".*/flags\\.xhtml\\?project=" + project + ".*"));
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
    void aWrongPasswordIsRefusedWithoutTellingWhatIsWrong() {
        page.navigate(site + "/");
        enter(email, "not the password");
        String wrongPassword = page.locator(".ui-messages-error").innerText();
        enter("nobody@example.org", "not the password");

        assertThat(page.locator(".ui-messages-error")).hasText(wrongPassword);
        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
    }

    @Test
    void signingInLeadsToThePageAskedForUnderANewSession() {
        page.navigate(site + "/flags.xhtml?project=" + project + "&q=x");
        String before = session();
        enter(email, password);

        assertThat(page).hasURL(site + "/flags.xhtml?project=" + project + "&q=x");
        assertThat(session()).isNotEqualTo(before);
    }

    @Test
    void signingOutEndsTheSession() {
        signIn("/flags.xhtml?project=" + project);
        button("Log out").click();
        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml"));

        page.navigate(site + "/flags.xhtml?project=" + project);

        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
    }

    @Test
    void aNewFlagIsOffEverywhere() {
        makeFlag("new-flag");

        page.navigate(site + "/flags.xhtml?project=" + project + "&q=new-flag");

        assertThat(page.getByRole(AriaRole.SWITCH)).hasCount(3);
        for (String environment : new String[] {"production", "staging", "development"}) {
            assertThat(flagSwitch("new-flag", environment)).hasAttribute("aria-checked", "false");
        }
    }

    @Test
    void aKeyWithASpaceIsRefusedInTheDialog() {
        signIn("/flags.xhtml?project=" + project);
        page.locator("#new").click();
        field("newFlag:key").fill("two words");
        button("Create flag").click();

        assertThat(notice()).containsText("key must be 1 to 100");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    }

    @Test
    void switchingProductionAsksFirstAndIsKept() {
        makeFlag("careful");
        page.navigate(site + "/flags.xhtml?project=" + project + "&q=careful");
        Locator production = flagSwitch("careful", "production");

        production.click();
        answer("Cancel").click();
        assertThat(production).hasAttribute("aria-checked", "false");
        production.click();
        answer("Confirm").click();
        assertThat(notice()).containsText("careful is on in production.");
        page.reload();

        assertThat(production).hasAttribute("aria-checked", "true");
        assertThat(flagSwitch("careful", "staging")).hasAttribute("aria-checked", "false");
    }

    @Test
    void theKeyboardAloneSwitchesAFlagAndKeepsItsPlace() {
        makeFlag("by-keyboard");
        page.navigate(site + "/flags.xhtml?project=" + project + "&q=by-keyboard");
        Locator staging = flagSwitch("by-keyboard", "staging");

        staging.focus();
        page.keyboard().press("Space");

        assertThat(staging).hasAttribute("aria-checked", "true");
        assertThat(staging).isFocused();
    }

    @Test
    void aViewerSeesSwitchesThatCannotBeMoved() {
        makeFlag("look-only");
        page.context().close();
        page = browser.page(ColorScheme.LIGHT);
        page.navigate(site + "/flags.xhtml?project=" + project + "&q=look-only");
        enter(viewer, password);

        assertThat(page.getByRole(AriaRole.SWITCH)).hasCount(3);
        assertThat(flagSwitch("look-only", "staging")).isDisabled();
        assertThat(button("New flag")).hasCount(0);
    }

    @Test
    void theSearchIsInTheAddress() {
        makeFlag("needle");
        makeFlag("haystack");
        page.navigate(site + "/flags.xhtml?project=" + project);
        page.getByLabel("Search flags").pressSequentially("NEED");

        assertThat(page.locator(".flag-link")).hasText(new String[] {"needle"});
        page.reload();

        assertThat(page.locator(".flag-link")).hasText(new String[] {"needle"});
        assertThat(page.getByLabel("Search flags")).hasValue("NEED");
    }

    @Test
    void aRuleIsAddedAndShownInPlainLanguage() {
        makeFlag("targeted");
        button("Add rule").first().click();
        field("newRule:attribute").fill("country");
        page.getByLabel("Values").fill("SE, NO");
        page.locator("[id='newRule:percent']").fill("25");
        page.getByRole(AriaRole.DIALOG)
                .getByText("Add rule", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();

        assertThat(page.locator(".rule-text")).containsText("country is one of SE, NO");
        assertThat(page.locator(".rule-text")).containsText("serve on to 25 %");
    }

    @Test
    void whoSavesSecondIsToldAndChangesNothing() {
        makeFlag("contested");
        Page other = page.context().newPage();
        other.navigate(page.url());
        other.getByLabel("Description").fill("first");
        other.locator("[id='details:save']").click();
        assertThat(other.locator(".ui-growl-item")).containsText("saved");

        page.getByLabel("Description").fill("second");
        page.locator("[id='details:save']").click();
        assertThat(notice()).containsText("Someone else saved changes");
        page.reload();

        assertThat(page.getByLabel("Description")).hasValue("first");
    }

    @Test
    void theThemeFollowsTheSystemUntilOneIsChosen() {
        page.context().close();
        page = browser.page(ColorScheme.DARK);
        page.navigate(site + "/login.xhtml");
        String dark = background();

        page.getByLabel("Switch between light and dark").click();
        assertThat(background()).isNotEqualTo(dark);
        String light = background();
        page.reload();

        assertThat(background()).isEqualTo(light);
    }

    @Test
    void anExpiredPageIsLoadedAnewWithAMessage() {
        makeFlag("expired");
        page.navigate(site + "/flags.xhtml?project=" + project + "&q=expired");
        Page other = page.context().newPage();
        other.navigate(site + "/flags.xhtml?project=" + project);
        other.getByText("Log out").click();
        other.waitForURL(Pattern.compile(".*/login\\.xhtml"));
        signIn(other, "/flags.xhtml?project=" + project);

        flagSwitch("expired", "staging").click();

        assertThat(notice()).containsText("The page had expired");
        assertThat(flagSwitch("expired", "staging")).hasAttribute("aria-checked", "false");
    }

    @Test
    void whatIsNotThereHasAPageOfItsOwn() {
        signIn("/flags.xhtml?project=" + project);

        for (String path : new String[] {"/nowhere.xhtml", "/flags.xhtml?project=none", "/flags.xhtml?project=a%2Fb"}) {
            Response response = page.navigate(site + path);
            assertThat(response.status()).isEqualTo(404);
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Page not found");
        }
    }

    @Test
    void noScriptRunsThatThePageDoesNotVouchFor() {
        Response response = page.navigate(site + "/login.xhtml");

        String policy = response.headers().get("content-security-policy");
        assertThat(policy).contains("default-src 'none'").containsPattern("script-src 'self' 'nonce-[^']+'");
        assertThat(policy).doesNotContain("unsafe-eval").doesNotContainPattern("script-src[^;]*unsafe");
    }

    @Test
    void scriptsDoNotReadTheSession() {
        page.navigate(site + "/login.xhtml");
        enter("nobody@example.org", "not the password");
        assertThat(page.locator(".ui-messages-error")).isVisible();

        signIn("/flags.xhtml?project=" + project);

        assertThat(page.context().cookies())
                .filteredOn(cookie -> cookie.name.equals("JACKSTAFF_SESSION"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue())
                .satisfies(cookie -> assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX));
    }

    /** The field of a dialog that it opens with; what is typed before the dialog moves the focus there goes astray. */
    private Locator field(String id) {
        Locator field = page.locator("[id='" + id + "']");
        assertThat(field).isFocused();
        return field;
    }

    private void makeFlag(String key) {
        signIn("/flags.xhtml?project=" + project);
        page.locator("#new").click();
        field("newFlag:key").fill(key);
        button("Create flag").click();
        page.waitForURL(Pattern.compile(".*/flag\\.xhtml.*"));
    }

    private void signIn(String path) {
        signIn(page, path);
    }

    private void signIn(Page where, String path) {
        where.navigate(site + path);
        if (where.url().contains("/login.xhtml")) {
            enter(where, email, password);
            where.waitForURL(address -> !address.contains("/login.xhtml"));
        }
    }

    private void enter(String email, String password) {
        enter(page, email, password);
    }

    private static void enter(Page where, String email, String password) {
        where.getByLabel("E-mail").fill(email);
        where.getByLabel("Password").fill(password);
        where.locator("[id='login:submit']").click();
    }

    /** A button of the question whether to go on. */
    private Locator answer(String name) {
        return page.locator(".confirm")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator flagSwitch(String flag, String environment) {
        return page.getByRole(
                AriaRole.SWITCH,
                new Page.GetByRoleOptions().setName(flag + " in " + environment).setExact(true));
    }

    private Locator notice() {
        return page.locator(".ui-growl-item").last();
    }

    private String background() {
        return (String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }

    private String session() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JACKSTAFF_SESSION"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }
}
