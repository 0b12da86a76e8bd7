package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of flags in a real browser: filters, saved views, columns, changes of many, files and keys. */
class FlagListST extends BrowserTestBase {
    private final String project = "list-" + suffix;

    @BeforeAll
    void makeFlags() {
        hub.post("/projects", Map.of("key", project, "name", project));
        makeFlag("alpha", Map.of("tags", List.of("ui"), "owner", "team-a"));
        makeFlag("beta", Map.of("kind", "operational"));
        makeFlag("gamma", Map.of("name", "=1+1", "description", "@SUM(A1)"));
        makeFlag("needed", Map.of());
        makeFlag("needy", Map.of("prerequisites", List.of(Map.of("flag", "needed", "variants", List.of("on")))));
        makeFlag("stopped", Map.of());
        turnOn("needy");
        turnOn("stopped");
        hub.post("/projects/" + project + "/flags/stopped/kill", Map.of("restoreAfterMinutes", 60));
    }

    private void makeFlag(String key, Map<String, Object> details) {
        hub.post("/projects/" + project + "/flags", merged(Map.of("key", key, "type", "boolean"), details));
    }

    private static Map<String, Object> merged(Map<String, Object> first, Map<String, Object> second) {
        Map<String, Object> all = new HashMap<>(first);
        all.putAll(second);
        return all;
    }

    private void turnOn(String flag) {
        hub.post(
                "/projects/" + project + "/flags/" + flag + "/environments/production/toggle", Map.of("enabled", true));
    }

    @Test
    void cellsSayWhatHoldsAFlagOffAndWhenItComesBack() {
        open("");

        assertThat(cell("needy", "production")).containsText("held off");
        assertThat(cell("stopped", "production")).containsText(Pattern.compile("killed, back \\d\\d:\\d\\d"));
    }

    @Test
    void whatIsHeldOffIsFoundInOneEnvironment() {
        open("");
        button("Filter").click();
        page.locator("#filter-menu select[name=state]").selectOption("held off");
        page.locator("#filter-menu").getByText("Apply").click();

        assertThat(page).hasURL(Pattern.compile(".*state=held-off.*"));
        assertThat(rows()).hasText(new String[] {"needy"});
        assertThat(page.locator(".chip.filter")).containsText("held off in production");
        String file = page.request()
                .get(page.url().replace("flags.xhtml", "flags.csv"))
                .text();
        assertThat(file).contains("\"needy\"").doesNotContain("\"needed\"");
        open("&state=held-off&scope=staging");
        assertThat(rows()).hasCount(0);
    }

    @Test
    void allFiltersAreInTheAddressAndEachCanBeTakenAway() {
        open("");
        button("Filter").click();
        Locator menu = page.locator("#filter-menu");
        menu.locator("select[name=state]").selectOption("off");
        menu.locator("select[name=scope]").selectOption("staging");
        menu.getByLabel("Tag", exactLabel()).fill("ui");
        menu.getByLabel("Owner", exactLabel()).fill("team-a");
        menu.locator("select[name=changed]").selectOption("day");
        menu.getByText("Apply").click();

        page.waitForURL(Pattern.compile(".*scope=staging.*"));
        assertThat(rows()).hasText(new String[] {"alpha"});
        assertThat(page).hasURL(Pattern.compile(".*owner=team-a.*"));
        page.reload();
        assertThat(rows()).hasText(new String[] {"alpha"});
        page.getByLabel("Remove filter: Owner", exact()).click();
        assertThat(page).hasURL(Pattern.compile("(?!.*owner=).*tag=ui.*"));
    }

    @Test
    void aViewIsSavedChangedAndDeleted() {
        open("&kind=operational");
        button("Save view").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name", exactLabel()).fill("Operations");
        answer("Save view").click();

        Locator tab = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("Operations").setExact(true));
        assertThat(tab).hasAttribute("aria-current", "page");
        open("");
        tab.click();
        assertThat(rows()).hasText(new String[] {"beta"});

        page.navigate(page.url() + "&sort=changed");
        button("Save changes to Operations").click();
        assertThat(button("Save changes to Operations")).hasCount(0);
        button("Edit view").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Name", exactLabel()).fill("Ours");
        answer("Save").click();
        assertThat(page.locator(".toast").last()).containsText("View Ours saved.");

        button("Edit view").click();
        answer("Delete view").first().click();
        page.locator("#confirm-do").click();
        assertThat(page.locator(".toast").last()).containsText("View Ours deleted.");
        assertThat(page.getByText("Ours", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    @Test
    void columnsAreKeptForThePerson() {
        open("");
        button("Columns").click();
        Locator menu = page.locator("#columns-menu");
        menu.getByLabel("Owner", exactLabel()).check();
        menu.getByLabel("staging", exactLabel()).uncheck();
        menu.getByText("Show", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(column("Owner")).isVisible();
        page.reload();

        assertThat(column("Owner")).isVisible();
        assertThat(column("staging")).hasCount(0);
        button("Columns").click();
        menu.getByText("Usual columns").click();
        assertThat(column("staging")).isVisible();
    }

    @Test
    void manyAreTurnedOnInProductionWithAResultForEachAndUndone() {
        open("");
        select("alpha");
        select("gamma");
        button("Turn on in").click();
        page.locator("#bulk-on").getByText("production").click();
        answer("Turn on 2 in production").click();

        assertThat(results()).hasText(new String[] {"alphachanged", "gammachanged"});
        assertThat(flagSwitch("alpha", "production")).hasAttribute("aria-checked", "true");
        button("Undo all").click();
        assertThat(flagSwitch("alpha", "production")).hasAttribute("aria-checked", "false");
        assertThat(flagSwitch("gamma", "production")).hasAttribute("aria-checked", "false");
    }

    @Test
    void whatIsRefusedIsNamedAndTheOthersAreArchived() {
        makeFlag("outgoing", Map.of());
        open("");
        select("needed");
        select("outgoing");
        button("Archive").click();
        answer("Archive 2").click();

        assertThat(results().first()).containsText("is a prerequisite of needy");
        assertThat(results().last()).hasText("outgoingchanged");
        button("Undo all").click();
        assertThat(rows().filter(new Locator.FilterOptions().setHasText("outgoing")))
                .hasCount(1);
    }

    @Test
    void tagsAndOwnersOfManyAreChanged() {
        makeFlag("labelled", Map.of("tags", List.of("old", "kept")));
        open("&q=labelled");
        select("labelled");
        button("Tags").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Add", exactLabel()).fill("new");
        page.getByRole(AriaRole.DIALOG).getByLabel("Remove", exactLabel()).fill("old");
        answer("Change tags").click();
        assertThat(page.locator("tbody .tag")).hasText(new String[] {"kept", "new"});

        select("labelled");
        button("Owner").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Owner", exactLabel()).fill("team-z");
        answer("Set owner").click();
        assertThat(page.locator(".bulk-results")).containsText("Owner");
        assertThat(results()).hasText(new String[] {"labelledchanged"});
        open("&owner=team-z");
        assertThat(rows()).hasText(new String[] {"labelled"});
    }

    @Test
    void theFileHasWhatTheFilterShowsAndNoFormulas() throws IOException {
        open("&q=gamma");
        button("Export").click();
        Download file = page.waitForDownload(
                () -> page.getByText("For spreadsheets (CSV)").click());

        assertThat(file.suggestedFilename()).matches("flags-" + project + "-\\d{4}-\\d\\d-\\d\\d\\.csv");
        String text = Files.readString(file.path());
        assertThat(text).contains("\"gamma\",\"'=1+1\",\"'@SUM(A1)\"").doesNotContain("alpha");
        assertThat(page.request().get(site.url() + "/flags.json?project=none").status())
                .isEqualTo(404);
    }

    @Test
    void theKeyboardMovesSelectsAndOpens() {
        open("");
        assertThat(rows().first()).isVisible();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.getByLabel("Select beta", exact())).isChecked();
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Next row");
        page.keyboard().press("Escape");
        page.keyboard().press("k");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/flag\\.xhtml\\?.*flag=alpha.*"));
    }

    private void open(String query) {
        site.open(page, "/flags.xhtml?project=" + project + query);
    }

    private Locator rows() {
        return page.locator("tbody .row-link");
    }

    private Locator results() {
        return page.locator(".bulk-results li");
    }

    private Locator cell(String flag, String environment) {
        return page.locator("[data-row='" + flag + "'] td[data-label='" + environment + "']");
    }

    private void select(String flag) {
        page.getByLabel("Select " + flag, exact()).check();
    }

    private Locator column(String name) {
        return page.getByRole(
                AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
