package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests in a real browser on the shared stack: one Chromium for the class and a page for each test. A test fails if a page
 * refused a script or a style, or if a script failed.
 */
@UsesSharedStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
abstract class BrowserTestBase {
    /** What makes names of this class its own on the stack that all classes share. */
    final String suffix = UUID.randomUUID().toString().substring(0, 8);

    AdminSite site = new AdminSite("", "", "");
    ManagementClient hub;
    AdminBrowser browser;
    Page page;

    @BeforeAll
    void startBrowser(StackUnderTest installation) {
        Optional<Path> chromium = AdminBrowser.executable();
        assumeTrue(chromium.isPresent(), "no Chromium: neither CHROMIUM_PATH nor /usr/bin/chromium");
        site = AdminSite.of(installation);
        hub = ManagementClient.of(installation);
        browser = AdminBrowser.start(chromium.orElseThrow());
    }

    @BeforeEach
    void openPage() {
        page = browser.page();
    }

    @AfterEach
    void closePages() {
        browser.closePages();
        assertThat(browser.takeComplaints()).isEmpty();
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Makes a project in the browser, as its administrator. */
    void makeProject(String key) {
        page = browser.page();
        site.open(page, "/projects.xhtml");
        button("New project").click();
        field("newProject:key").fill(key);
        button("Create project").click();
        page.waitForURL(Pattern.compile(".*/flags\\.xhtml\\?project=" + key + ".*"));
        browser.closePages();
    }

    /** Makes a boolean flag in the browser; its page is open then. */
    void makeFlag(String project, String key) {
        site.open(page, "/flags.xhtml?project=" + project);
        page.locator("#new").click();
        field("newFlag:key").fill(key);
        button("Create flag").click();
        page.waitForURL(Pattern.compile(".*/flag\\.xhtml.*"));
    }

    /** The field of a dialog that it opens with; what is typed before the dialog moves the focus there goes astray. */
    Locator field(String id) {
        Locator field = page.locator("[id='" + id + "']");
        assertThat(field).isFocused();
        return field;
    }

    Locator button(String name) {
        return button(page, name);
    }

    static Locator button(Page where, String name) {
        return where.getByRole(AriaRole.BUTTON, named(name));
    }

    Locator flagSwitch(String flag, String environment) {
        return flagSwitch(page, flag, environment);
    }

    static Locator flagSwitch(Page where, String flag, String environment) {
        return where.getByRole(AriaRole.SWITCH, named(flag + " in " + environment));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** A button of a dialog, or of the question whether to go on. */
    Locator answer(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The last message. */
    Locator notice() {
        return notice(page);
    }

    static Locator notice(Page where) {
        return where.locator(".toast").last();
    }

    /** Presses the button of the last message that takes a change back. */
    void undo() {
        button("Undo").last().click();
    }

    Locator draft() {
        return page.locator(".draft");
    }

    Locator drawer() {
        return page.locator("#save-drawer");
    }

    /** The labels that are exactly this text, in pages. */
    static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /** As above, in parts of pages. */
    static Locator.GetByLabelOptions exactLabel() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
