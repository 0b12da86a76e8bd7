package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job by hand: in a real browser, on the pages of a running stack. */
class AdminPagesST extends BrowserTestBase {
    private final String project = "pages-" + suffix;
    private final String viewer = project + "-viewer@example.org";
    private final String editor = project + "-editor@example.org";

    @BeforeAll
    void makePeopleAndProject() {
        addUser(viewer, "viewer");
        addUser(editor, "editor");
        makeProject(project);
    }

    /** Somebody with another role, and the administrator's password. */
    private void addUser(String address, String role) {
        hub.post(
                "/users", Map.of("email", address, "name", "Somebody Else", "password", site.password(), "role", role));
    }

    @Test
    void aWrongPasswordIsRefusedWithoutTellingWhatIsWrong() {
        page.navigate(site.url() + "/");
        enter(site.email(), "not the password");
        String wrongPassword = page.locator(".banner-danger").innerText();
        enter("nobody@example.org", "not the password");

        assertThat(page.locator(".banner-danger")).hasText(wrongPassword);
        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
    }

    @Test
    void signingInLeadsToThePageAskedForUnderANewSession() {
        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=x");
        String before = session();
        enter(site.email(), site.password());

        assertThat(page).hasURL(site.url() + "/flags.xhtml?project=" + project + "&q=x");
        assertThat(session()).isNotEqualTo(before);
    }

    @Test
    void signingOutEndsTheSession() {
        signIn("/flags.xhtml?project=" + project);
        button(Pattern.compile(".*, your account")).click();
        button("Sign out").click();
        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml"));

        page.navigate(site.url() + "/flags.xhtml?project=" + project);

        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
    }

    @Test
    void aNewFlagIsOffEverywhere() {
        makeFlag("new-flag");

        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=new-flag");

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
        page.evaluate("document.getElementById('newFlag').noValidate = true");
        button("Create flag").click();

        assertThat(page.locator("[id='newFlag:keyError']")).containsText("must be 1 to 100");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(page.locator("[id='newFlag:key']")).hasValue("two words");
    }

    @Test
    void whatPeopleWriteIsShownAndNotRun() {
        signIn("/flags.xhtml?project=" + project);
        page.locator("#new").click();
        field("newFlag:key").fill("probe");
        String name = "<script>document.title='run'</script>\"'><img src=x onerror=alert(1)>#{1+1}";
        page.locator("[id='newFlag:name']").fill(name);
        button("Create flag").click();
        page.waitForURL(Pattern.compile(".*/flag\\.xhtml.*"));

        assertThat(page.getByText(name)).isVisible();
        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(page.getByLabel("Search flags")).hasValue("<script>alert(1)</script>");
        assertThat(page.title()).doesNotContain("run");
    }

    @Test
    void switchingProductionAsksFirstAndIsKept() {
        makeFlag("careful");
        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=careful");
        Locator production = flagSwitch("careful", "production");

        production.click();
        answer("Cancel").click();
        assertThat(production).hasAttribute("aria-checked", "false");
        production.click();
        answer("Turn on in production").click();
        assertThat(notice()).containsText("careful is on in production.");
        page.reload();

        assertThat(production).hasAttribute("aria-checked", "true");
        assertThat(flagSwitch("careful", "staging")).hasAttribute("aria-checked", "false");
    }

    @Test
    void aSwitchIsTakenBackFromItsMessage() {
        makeFlag("taken-back");
        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=taken-back");
        Locator staging = flagSwitch("taken-back", "staging");
        staging.click();
        assertThat(staging).hasAttribute("aria-checked", "true");

        undo();

        assertThat(staging).hasAttribute("aria-checked", "false");
        assertThat(notice()).containsText("Undone.");
    }

    @Test
    void theKeyboardAloneSwitchesAFlagAndKeepsItsPlace() {
        makeFlag("by-keyboard");
        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=by-keyboard");
        Locator staging = flagSwitch("by-keyboard", "staging");

        staging.focus();
        page.keyboard().press("Space");

        assertThat(staging).hasAttribute("aria-checked", "true");
        assertThat(staging).isFocused();
    }

    @Test
    void aLongKeyStaysInItsColumn() {
        String key = "long-" + "key-".repeat(20) + "end";
        makeFlag(key);
        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=" + key);

        BoundingBox link = page.locator(".flag-cell .row-link").boundingBox();
        BoundingBox column = page.locator("td.card-title").boundingBox();

        assertThat(link.x + link.width).isLessThanOrEqualTo(column.x + column.width);
        assertThat(column.x + column.width).isLessThanOrEqualTo(page.viewportSize().width);
    }

    @Test
    void thePageOfKeysDoesNotSayThatAKeyWasNeverUsed() {
        signIn("/keys.xhtml?project=" + project);

        assertThat(page.locator(".page-head")).containsText("When a key was last used is not recorded.");
        assertThat(page.getByRole(AriaRole.COLUMNHEADER)).hasCount(7);
        assertThat(page.locator("th", new Page.LocatorOptions().setHasText("Last used")))
                .hasCount(0);
    }

    @Test
    void aViewerReadsWhereAFlagIsOn() {
        makeFlag("look-only");
        page.context().close();
        page = browser.page();
        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=look-only");
        enter(viewer, site.password());

        assertThat(page.locator(".lamp")).hasText(new String[] {"Off", "Off", "Off"});
        assertThat(page.getByRole(AriaRole.SWITCH)).hasCount(0);
        assertThat(button("New flag")).hasCount(0);
    }

    @Test
    void theSearchIsInTheAddress() {
        makeFlag("needle");
        makeFlag("haystack");
        page.navigate(site.url() + "/flags.xhtml?project=" + project);
        page.getByLabel("Search flags").pressSequentially("NEED");

        assertThat(page.locator("tbody .row-link")).hasText(new String[] {"needle"});
        page.reload();

        assertThat(page.locator("tbody .row-link")).hasText(new String[] {"needle"});
        assertThat(page.getByLabel("Search flags")).hasValue("NEED");
    }

    @Test
    void aRuleIsSaidInWordsWhileItIsMadeAndKeptInADraftUntilItIsSaved() {
        makeFlag("targeted");
        addRule("country", "SE, NO", "25");
        assertThat(page.locator("[data-sentence]")).containsText("If country is one of SE NO, then 25\u00a0% get on");
        button("Done").click();
        assertThat(draft()).containsText("1 change");

        page.navigate(site.url() + "/flags.xhtml?project=" + project);
        page.navigate(flagPage("targeted"));
        assertThat(draft()).containsText("1 change");
        button("Review and save").click();
        assertThat(drawer()).containsText("If country is one of SE NO");
        drawer().getByLabel("Reason").fill("two markets first");
        button("Save in production").click();

        assertThat(notice()).containsText("targeted saved in production.");
        assertThat(draft()).hasCount(0);
        page.reload();
        assertThat(page.locator(".rule .sentence").first()).containsText("If country is one of SE NO");
    }

    @Test
    void rulesAreMovedByTheKeyboard() {
        makeFlag("ordered");
        addRule("plan", "gold", "100");
        button("Done").click();
        assertThat(draft()).containsText("1 change");
        addRule("country", "SE", "100");
        button("Done").click();
        assertThat(draft()).containsText("2 changes");
        assertThat(page.locator(".rule .sentence").first()).containsText("plan");

        Locator grip = page.getByLabel(Pattern.compile("Move rule 2.*"));
        if (grip.isVisible()) {
            grip.focus();
            page.keyboard().press("Alt+ArrowUp");
        } else {
            button("More for rule 2").press("Enter");
            button("Move up").press("Enter");
        }
        assertThat(page.locator(".rule .sentence").first()).containsText("country");
    }

    @Test
    void whoSavesSecondChoosesWhoseValueStays() {
        makeFlag("contested");
        serveEveryoneElse(page, "as if off");
        Page other = browser.page();
        other.navigate(flagPage("contested"));
        AdminSite.enter(other, editor, site.password());
        serveEveryoneElse(other, "a split");
        other.getByText("Split evenly").click();
        other.getByText("Done").click();
        page.getByText("Done").click();
        save(page);
        assertThat(notice()).containsText("contested saved in production.");

        button(other, "Review and save").click();
        assertThat(other.locator("#save-drawer")).containsText("Somebody else changed the same.");
        other.getByText("Settle the conflict").click();
        button(other, "Save in production").click();
        assertThat(other.locator(".toast").last()).containsText("contested saved in production.");
        other.context().close();
        page.reload();

        assertThat(page.locator(".rule-last .sentence")).containsText("Everyone else split on 50");
    }

    @Test
    void theThemeFollowsTheSystemUntilOneIsChosen() {
        page.context().close();
        page = browser.page(ColorScheme.DARK);
        page.navigate(site.url() + "/login.xhtml");
        String dark = background();

        page.getByText("Light or dark theme").click();
        assertThat(background()).isNotEqualTo(dark);
        String light = background();
        page.reload();

        assertThat(background()).isEqualTo(light);
    }

    @Test
    void whoseSessionHasEndedSignsInAndFindsThePageAgain() {
        makeFlag("expired");
        page.navigate(site.url() + "/flags.xhtml?project=" + project + "&q=expired");
        Page other = page.context().newPage();
        other.navigate(site.url() + "/flags.xhtml?project=" + project);
        other.getByLabel(Pattern.compile(".*, your account")).click();
        other.getByText("Sign out").click();
        other.waitForURL(Pattern.compile(".*/login\\.xhtml"));

        flagSwitch("expired", "staging").click();
        page.waitForURL(Pattern.compile(".*/login\\.xhtml.*"));
        enter(site.email(), site.password());

        assertThat(page).hasURL(site.url() + "/flags.xhtml?project=" + project + "&q=expired");
        assertThat(flagSwitch("expired", "staging")).hasAttribute("aria-checked", "false");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        signIn("/flags.xhtml?project=" + project);
        for (Map<String, String> from : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "", "Origin", "https://elsewhere.example"))) {
            APIResponse answer = page.request()
                    .post(
                            site.url() + "/flags.xhtml?project=" + project,
                            RequestOptions.create()
                                    .setHeader("Sec-Fetch-Site", from.getOrDefault("Sec-Fetch-Site", ""))
                                    .setHeader("Origin", from.getOrDefault("Origin", ""))
                                    .setForm(FormData.create().set("jakarta.faces.ViewState", "stateless")));
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsNotThereHasAPageOfItsOwn() {
        signIn("/flags.xhtml?project=" + project);

        for (String path : new String[] {"/nowhere.xhtml", "/flags.xhtml?project=none", "/flags.xhtml?project=a%2Fb"}) {
            Response response = page.navigate(site.url() + path);
            assertThat(response.status()).isEqualTo(404);
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Page not found");
        }
    }

    @Test
    void noScriptRunsThatThePageDoesNotVouchFor() {
        Response response = page.navigate(site.url() + "/login.xhtml");

        String policy = response.headers().get("content-security-policy");
        assertThat(policy).contains("default-src 'none'").containsPattern("script-src 'self' 'nonce-[^']+'");
        assertThat(policy).doesNotContain("unsafe");
    }

    @Test
    void scriptsDoNotReadTheSession() {
        page.navigate(site.url() + "/login.xhtml");
        enter("nobody@example.org", "not the password");
        assertThat(page.locator(".banner-danger")).isVisible();

        signIn("/flags.xhtml?project=" + project);

        assertThat(page.context().cookies())
                .filteredOn(cookie -> cookie.name.equals("JACKSTAFF_SESSION"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue())
                .satisfies(cookie -> assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX));
    }

    private void makeFlag(String key) {
        makeFlag(project, key);
    }

    private void signIn(String path) {
        site.open(page, path);
    }

    private void enter(String email, String password) {
        AdminSite.enter(page, email, password);
    }

    private String flagPage(String flag) {
        return site.url() + "/flag.xhtml?project=" + project + "&flag=" + flag;
    }

    /** Fills the form of a new rule, in production. */
    private void addRule(String attribute, String values, String percent) {
        button("Rule").click();
        Locator form = page.locator(".rule-edit-body");
        form.getByText("Condition", new Locator.GetByTextOptions().setExact(true))
                .click();
        form.getByLabel("Attribute").fill(attribute);
        form.getByLabel("Values").fill(values);
        form.getByLabel("Values").press("Enter");
        form.locator("[data-field='percent']").fill(percent);
    }

    /** Chooses what is served to whom no rule matches; does not close the form. */
    private static void serveEveryoneElse(Page where, String choice) {
        where.getByLabel("Edit what everyone else gets").click();
        where.locator(".rule-edit-body")
                .getByText(choice, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void save(Page where) {
        button(where, "Review and save").click();
        button(where, "Save in production").click();
    }

    private Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private String background() {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private String session() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JACKSTAFF_SESSION"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }
}
