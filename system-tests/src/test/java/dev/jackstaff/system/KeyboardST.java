package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every job of a flag by the keyboard alone. After each step the focus is where the next one begins, and is seen there. */
class KeyboardST extends BrowserTestBase {
    private final String project = "keyboard-" + suffix;
    private final String here = "?project=" + project + "&environment=production";
    private KeyboardUser keys = new KeyboardUser(page);

    @BeforeAll
    void makeProject() {
        hub.post("/projects", Map.of("key", project, "name", "Keyboard"));
    }

    @BeforeEach
    void sitDown() {
        page.setDefaultTimeout(10_000);
        keys = new KeyboardUser(page);
        page.navigate(site.url() + "/flags.xhtml" + here);
        keys.isAt("field E-mail");
        keys.type(site.email());
        keys.press("Tab");
        keys.type(site.password());
        keys.press("Enter");
        page.waitForURL(Pattern.compile(".*/flags\\.xhtml.*"));
    }

    @Test
    void aFlagIsMadeAndSwitched() {
        keys.use("button New flag");
        keys.isAt("field Key");
        keys.type("made");
        keys.use("button Create flag");
        page.waitForURL(Pattern.compile(".*/flag\\.xhtml.*"));

        keys.tabTo("link Skip to");
        keys.press("Enter");
        keys.tabTo("switch made in staging");
        keys.press("Space");
        assertThat(notice()).containsText("made is on in staging.");
        keys.isAt("switch made in staging");
        keys.tabBackTo("switch made in production");
        keys.press("Space");
        keys.isAt("field Reason");
        keys.press("Escape");
        keys.isAt("switch made in production");
        keys.press("Space");
        keys.isAt("field Reason");
        keys.type("it is ready");
        keys.press("Enter");
        assertThat(notice()).containsText("made is on in production.");
        keys.isAt("switch made in production");

        keys.press("z");
        assertThat(notice()).containsText("Undone.");
        assertThat(flagSwitch("made", "production")).hasAttribute("aria-checked", "false");
    }

    @Test
    void rulesAreMadeMovedPausedRolledOutAndSaved() {
        flag("ruled");
        open("flag", "ruled");
        keys.use("button Rule");
        keys.isAt("radio");
        keys.press("ArrowRight");
        addCondition("country", "SE", "NO");
        addCondition("plan", "gold");
        keys.press("Control+Enter");
        assertThat(sentences().first()).containsText("If country is one of SE NO or plan is one of gold");
        keys.isAt("button Edit rule 1");

        keys.use("button Rule");
        keys.isAt("radio");
        keys.press("Escape");
        keys.isAt("button Rule");
        keys.press("Enter");
        keys.isAt("radio");
        addCondition("beta", "yes");
        keys.tabTo("slider");
        keys.press("Home", "PageUp", "ArrowRight");
        assertThat(page.locator("[data-field='percent']")).hasValue("11");
        keys.press("Tab");
        keys.retype("12.5");
        keys.use("button Done");
        assertThat(sentences().nth(1)).containsText("12.5");
        keys.isAt("button Edit rule 2");

        moveUp(2);
        assertThat(sentences().first()).containsText("beta");
        keys.use("button More for rule 1");
        keys.isAt("button Pause");
        keys.press("Enter");
        assertThat(page.locator(".rule-tools .badge").first()).hasText("Paused");
        keys.isAt("button More for rule 1");

        keys.press("Control+Enter");
        assertThat(drawer()).isVisible();
        keys.tabTo("field Reason");
        keys.type("by keyboard");
        keys.use("button Save in production");
        assertThat(notice()).containsText("ruled saved in production.");
        assertThat(drawer()).isHidden();
        keys.isAt("main");
        keys.press("z");
        assertThat(notice()).containsText("Undone.");
        assertThat(page.locator("[data-rule]")).hasCount(0);
    }

    /** Moves a rule one place up: with its grip, or with its menu where the page is too narrow for grips. */
    private void moveUp(int rule) {
        if (page.locator(".grip").first().isVisible()) {
            keys.tabBackTo("button Move rule " + rule);
            keys.press("Alt+ArrowUp");
            keys.isAt("button Move rule " + (rule - 1));
        } else {
            keys.use("button More for rule " + rule);
            keys.isAt("button Pause");
            keys.use("button Move up");
            keys.isAt("button More for rule " + (rule - 1));
        }
    }

    private void addCondition(String attribute, String... values) {
        keys.use("button Condition");
        keys.isAt("field Attribute");
        keys.type(attribute);
        keys.tabTo("field Values");
        for (String value : values) {
            keys.type(value);
            keys.press("Enter");
        }
    }

    @Test
    void aFlagIsNeededForAVariantThenAtAllAndThenNoMore() {
        flag("parent");
        flag("child");
        open("flag", "child");
        keys.use("button Add a prerequisite");
        keys.isAt("field Key of the flag that is needed");
        keys.press("Escape");
        keys.isAt("button Add a prerequisite");
        keys.press("Enter");
        keys.isAt("field Key of the flag that is needed");
        keys.type("nothing");
        keys.press("Enter");
        assertThat(page.locator("#needed-problem")).hasText("There is no such flag.");
        keys.isAt("field Key of the flag that is needed");
        keys.retype("parent");
        page.locator("[data-needed-variant]").first().waitFor();
        keys.tabTo("checkbox on");
        keys.press("Space");
        keys.use("button Done");
        keys.isAt("button Edit the prerequisite parent");
        assertThat(page.locator(".prereq")).containsText("Only where parent serves on");

        keys.press("Enter");
        keys.isAt("checkbox on");
        keys.press("Space", "Control+Enter");
        keys.isAt("button Edit the prerequisite parent");
        assertThat(page.locator(".prereq")).containsText("Only where parent is on");
        keys.press("Control+Enter");
        assertThat(drawer()).isVisible();
        keys.use("button Save in all environments");
        assertThat(notice()).containsText("child saved in all environments.");
        keys.isAt("main");

        keys.use("button Remove the prerequisite parent");
        keys.isAt("button Add a prerequisite");
        assertThat(page.locator(".prereq del")).hasText("parent");
    }

    @Test
    void aFlagIsKilledAndRestored() {
        flag("burning");
        turnOn("burning");
        open("flag", "burning");
        keys.use("button Kill");
        keys.tabTo("radio By hand");
        keys.press("ArrowDown");
        keys.isAt("radio By itself");
        keys.tabTo("field Reason");
        keys.type("errors rise");
        keys.tabTo("field Type to confirm");
        keys.type("burning");
        keys.use("button Kill in 1 environment");
        assertThat(notice()).containsText("burning is off everywhere until");
        keys.isAt("main");
        keys.use("button Restore now");
        assertThat(notice()).containsText("burning is on again.");
        keys.isAt("main");
        assertThat(flagSwitch("burning", "production")).hasAttribute("aria-checked", "true");
    }

    @Test
    void theListIsFilteredKeptAndChanged() {
        for (String flag : List.of("list-a", "list-b", "list-c")) {
            flag(flag);
        }
        page.navigate(site.url() + "/flags.xhtml" + here);
        keys.press("/");
        keys.isAt("field Search flags");
        keys.type("list-");
        page.waitForURL(Pattern.compile(".*q=list-.*"));
        keys.isAt("field Search flags");
        keys.use("button Filter");
        keys.isAt("list State");
        keys.type("Off");
        keys.use("button Apply");
        page.waitForURL(Pattern.compile(".*state=off.*"));
        keys.tabBackTo("button Save view");
        keys.press("Enter");
        keys.isAt("field Name");
        keys.type("Off lists");
        keys.press("Enter");
        assertThat(notice()).containsText("View Off lists saved.");

        keys.tabTo("link list-a");
        keys.press("j", "x", "j", "Shift+X");
        assertThat(page.locator("[data-selected]")).hasText("2");
        keys.use("button Turn on in");
        keys.isAt("button production");
        keys.use("button staging");
        assertThat(page.locator(".bulk-results li")).hasText(new String[] {"list-achanged", "list-bchanged"});
        keys.isAt("button Undo all");
        keys.press("Enter");
        assertThat(flagSwitch("list-a", "staging")).hasAttribute("aria-checked", "false");
    }

    @Test
    void thePlaygroundIsAskedAndSaysWhy() {
        flag("played");
        open("flag", "played");
        keys.press("g", "p");
        page.waitForURL(Pattern.compile(".*/playground\\.xhtml.*"));
        keys.tabTo("button Attribute");
        keys.press("Enter");
        keys.isAt("field Name of the attribute");
        keys.type("country");
        keys.press("Tab");
        keys.type("SE");
        keys.press("Enter");
        page.waitForURL(Pattern.compile(".*country.*"));
        keys.tabTo("link off");
        keys.press("Enter");
        page.waitForURL(Pattern.compile(".*why=.*"));
        assertThat(page.locator("#play-why")).containsText("gets off");
    }

    @Test
    void twoVersionsAreComparedAndAPartIsRestored() {
        flag("earlier");
        turnOn("earlier");
        toggle("earlier", false);
        open("flag-history", "earlier");
        keys.tabTo("checkbox");
        keys.press("Space");
        page.waitForURL(Pattern.compile(".*pick=.*"));
        keys.isAt("checkbox");
        keys.tabTo("checkbox");
        keys.press("Space");
        page.waitForURL(Pattern.compile(".*pick=[^&]*_.*"));
        keys.isAt("checkbox");
        keys.use("button Restore");
        keys.isAt("button Cancel");
        keys.use("button Restore");
        assertThat(notice()).containsText("earlier");
        assertThat(flagSwitch("earlier", "production")).hasAttribute("aria-checked", "true");
        keys.tabTo("button");
    }

    @Test
    void aKeyIsMadeBesideTheCode() {
        flag("coded");
        open("flag-code", "coded");
        keys.tabTo("field Name");
        keys.type("by keyboard");
        keys.press("Enter");
        assertThat(page.locator("#secret-text")).containsText("jks_");
        keys.isAt("field Name");
        keys.tabBackTo("button Copy");
    }

    private Locator sentences() {
        return page.locator("[data-rule] .sentence");
    }

    private void open(String name, String flag) {
        page.navigate(site.url() + "/" + name + ".xhtml" + here + "&flag=" + flag);
    }

    private void flag(String key) {
        hub.post("/projects/" + project + "/flags", Map.of("key", key, "type", "boolean"));
    }

    private void turnOn(String flag) {
        toggle(flag, true);
    }

    private void toggle(String flag, boolean on) {
        hub.post("/projects/" + project + "/flags/" + flag + "/environments/production/toggle", Map.of("enabled", on));
    }
}
