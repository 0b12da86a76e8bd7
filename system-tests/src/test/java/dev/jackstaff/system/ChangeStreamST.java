package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Open pages say so when somebody changes what they show; the tabs of a browser share one stream. */
@UsesSharedStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class ChangeStreamST {
    private final String project = "stream-" + UUID.randomUUID().toString().substring(0, 8);
    private final QuickstartFile quickstart;
    private final ManagementClient hub;
    private AdminBrowser browser;

    ChangeStreamST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
        this.hub = ManagementClient.of(installation);
    }

    @BeforeAll
    void startBrowser() {
        Optional<Path> chromium = AdminBrowser.executable();
        assumeTrue(chromium.isPresent(), "no Chromium: neither CHROMIUM_PATH nor /usr/bin/chromium");
        browser = AdminBrowser.start(chromium.orElseThrow());
        hub.post("/projects", Map.of("key", project, "name", "Streams"));
        for (String flag : new String[] {"watched", "other"}) {
            hub.post("/projects/" + project + "/flags", Map.of("key", flag, "name", flag, "type", "boolean"));
        }
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyTabHearsOfWhatItShowsAndOfNothingElse() {
        Page flag = signedIn("/flag.xhtml?project=" + project + "&environment=production&flag=watched");
        Page list = flag.context().newPage();
        list.navigate(site() + "/flags.xhtml?project=" + project);

        turnOn("other");

        assertThat(list.locator("#changed")).isVisible();
        assertThat(flag.locator("#changed")).isHidden();

        list.locator("#changed").locator("a").click();
        assertThat(list.locator("#changed")).isHidden();

        turnOn("watched");

        assertThat(flag.locator("#changed")).isVisible();
        assertThat(list.locator("#changed")).isVisible();
        flag.context().close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nobodyElseIsTold() {
        assertThat(Curl.of(quickstart.hubUrl()).get("/admin/changes").status()).isEqualTo(401);
    }

    private void turnOn(String flag) {
        hub.post(
                "/projects/" + project + "/flags/" + flag + "/environments/production/toggle", Map.of("enabled", true));
    }

    private String site() {
        return quickstart.adminUrl().replaceFirst("/$", "");
    }

    private Page signedIn(String path) {
        Page page = browser.page(ColorScheme.LIGHT);
        page.waitForResponse(
                response -> response.url().endsWith("/changes") && response.status() == 200, () -> signIn(page, path));
        return page;
    }

    private void signIn(Page page, String path) {
        page.navigate(site() + path);
        page.getByLabel("E-mail").fill(quickstart.adminEmail());
        page.getByLabel("Password").fill(quickstart.adminPassword());
        page.locator("[id='login:submit']").click();
    }
}
