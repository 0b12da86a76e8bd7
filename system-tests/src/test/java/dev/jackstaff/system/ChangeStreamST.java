package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Open pages say so when somebody changes what they show; the tabs of a browser share one stream. */
class ChangeStreamST extends BrowserTestBase {
    private final String project = "stream-" + suffix;

    @BeforeAll
    void makeFlags() {
        hub.post("/projects", Map.of("key", project, "name", "Streams"));
        for (String flag : new String[] {"watched", "other"}) {
            hub.post("/projects/" + project + "/flags", Map.of("key", flag, "name", flag, "type", "boolean"));
        }
    }

    @Test
    void everyTabHearsOfWhatItShowsAndOfNothingElse() {
        Page flag = signedIn("/flag.xhtml?project=" + project + "&environment=production&flag=watched");
        Page list = flag.context().newPage();
        list.navigate(site.url() + "/flags.xhtml?project=" + project);

        turnOn("other");

        assertThat(list.locator("#changed")).isVisible();
        assertThat(flag.locator("#changed")).isHidden();

        list.locator("#changed").locator("a").click();
        assertThat(list.locator("#changed")).isHidden();

        turnOn("watched");

        assertThat(flag.locator("#changed")).isVisible();
        assertThat(list.locator("#changed")).isVisible();
    }

    @Test
    void nobodyElseIsTold(StackUnderTest installation) {
        assertThat(Curl.of(installation.quickstart().hubUrl())
                        .get("/admin/changes")
                        .status())
                .isEqualTo(401);
    }

    private void turnOn(String flag) {
        hub.post(
                "/projects/" + project + "/flags/" + flag + "/environments/production/toggle", Map.of("enabled", true));
    }

    private Page signedIn(String path) {
        page.waitForResponse(
                response -> response.url().endsWith("/changes") && response.status() == 200,
                () -> site.open(page, path));
        return page;
    }
}
