package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page that documents an API tries requests out, in a real browser, at the address that {@code up} prints. */
@UsesSharedStack
@Tag("browser")
class ApiPageST {
    private final QuickstartFile quickstart;

    ApiPageST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
    }

    @Test
    void theHubsPageTriesARequestOut() {
        tryOut(quickstart.hubUrl() + "/api/docs/");
    }

    @Test
    void theEdgesPageTriesARequestOut() {
        tryOut(quickstart.edgeUrl() + "/docs");
    }

    private static void tryOut(String address) {
        Optional<Path> chromium = AdminBrowser.executable();
        assumeTrue(chromium.isPresent(), "no Chromium: neither CHROMIUM_PATH nor /usr/bin/chromium");
        try (AdminBrowser browser = AdminBrowser.start(chromium.orElseThrow())) {
            Page page = browser.page(ColorScheme.LIGHT);
            page.navigate(address);
            Locator operation = page.locator("#operations-Health-healthLive");
            operation.click();
            button(operation, "Try it out").click();
            button(operation, "Execute").click();

            assertThat(operation.locator(".live-responses-table .response-col_status"))
                    .containsText(new String[] {"200"});
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
