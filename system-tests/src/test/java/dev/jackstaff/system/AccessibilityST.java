package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All pages and their dialogs, in both themes, on wide screens, at a zoom of 200 % and on phones. */
class AccessibilityST extends BrowserTestBase {
    private static final int HEIGHT = 900;

    /** What opens a dialog, a menu, or a question whether to go on. */
    private static final String OPENERS = "[data-dialog]:visible, [popovertarget]:visible, [data-confirm]:visible,"
            + " [data-production-switch='true']:visible";

    /** Whether pages are looked at in every theme and width, and not only in two of them. */
    private static final boolean ALL_SCREENS = Boolean.getBoolean("jackstaff.screens.all");

    private static final int WIDE = 1_360;
    private static final int PHONE = 380;
    private static final String OPENED = "opener => opener.dataset.dialog || opener.dataset.confirm"
            + " || (opener.getAttribute('popovertarget') || 'switch').replace(/^menu-.*/, 'menu')";

    /** Draws each letter of a text, and gives the pictures. */
    private static final String PICTURES =
            """
            text => [...text].map(letter => {
                const canvas = document.createElement('canvas');
                canvas.width = canvas.height = 48;
                const pen = canvas.getContext('2d');
                pen.font = `32px ${getComputedStyle(document.body).fontFamily}`;
                pen.fillText(letter, 4, 36);
                return canvas.toDataURL();
            })
            """;

    private static final String DIGIT_WIDTH =
            """
            () => {
                const pen = document.createElement('canvas').getContext('2d');
                pen.font = `100px ${getComputedStyle(document.body).fontFamily}`;
                return pen.measureText('0').width;
            }
            """;

    private final String flag = "accessible-" + suffix;
    private String project = "";

    @BeforeAll
    void makeFlagWithRules(StackUnderTest installation) {
        project = installation.quickstart().project();
        hub.createFlag(flag);
        for (String environment : List.of("production", "staging")) {
            hub.post(
                    "/projects/" + project + "/changes",
                    Map.of("environment", environment, "changes", rules(environment)));
        }
    }

    private List<Map<String, Object>> rules(String environment) {
        Map<String, Object> country = Map.of("attribute", "country", "operator", "IN", "values", List.of("SE", "NO"));
        Map<String, Object> rule = Map.of(
                "id",
                "first",
                "name",
                "First wave in " + environment,
                "condition",
                country,
                "rollout",
                Map.of("basisPoints", environment.equals("production") ? 2_500 : 5_000),
                "outcome",
                Map.of("serve", "on"));
        return List.of(
                Map.of("type", "turn-on", "flag", flag), Map.of("type", "add-rule", "flag", flag, "definition", rule));
    }

    static Stream<Arguments> screens() {
        Stream<Arguments> some = Stream.of(
                argumentSet("wide, light", ColorScheme.LIGHT, WIDE),
                argumentSet("phone, dark", ColorScheme.DARK, PHONE));
        Stream<Arguments> others = Stream.of(
                argumentSet("wide, dark", ColorScheme.DARK, WIDE),
                argumentSet("phone, light", ColorScheme.LIGHT, PHONE),
                argumentSet("zoom of 200 %, light", ColorScheme.LIGHT, WIDE / 2),
                argumentSet("zoom of 200 %, dark", ColorScheme.DARK, WIDE / 2));
        return ALL_SCREENS ? Stream.concat(some, others) : some;
    }

    private List<String> paths() {
        String here = "?project=" + project + "&environment=production";
        String ofFlag = here + "&flag=" + flag;
        return List.of(
                "/flags.xhtml" + here,
                "/flags.xhtml" + here + "&q=nothing-has-this-name",
                "/flag.xhtml" + ofFlag,
                "/flag-compare.xhtml" + ofFlag,
                "/flag-variants.xhtml" + ofFlag,
                "/flag-variants.xhtml" + ofFlag + "&variant=on",
                "/flag-usage.xhtml" + ofFlag,
                "/flag-history.xhtml" + ofFlag,
                "/flag-history.xhtml" + ofFlag + "&view=technical",
                "/flag-code.xhtml" + ofFlag,
                "/flag-settings.xhtml" + ofFlag,
                "/history.xhtml" + here,
                "/playground.xhtml" + here,
                "/playground.xhtml" + ofFlag + "&context=%7B%22country%22%3A%22SE%22%7D&send=1&at=production&why="
                        + flag,
                "/keys.xhtml" + here,
                "/unknown-flags.xhtml" + here,
                "/projects.xhtml",
                "/design.xhtml",
                "/nowhere.xhtml");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void noRuleIsBrokenOnAnyPageOrDialog(ColorScheme theme, int width) {
        AccessibilityRules rules = AccessibilityRules.load();
        page = browser.page(theme);
        page.setViewportSize(width, HEIGHT);
        page.navigate(site.url() + "/login.xhtml");
        List<String> broken = new ArrayList<>(rules.broken(page, "login"));
        Set<String> seen = new HashSet<>();

        for (String path : paths()) {
            site.open(page, path);
            broken.addAll(rules.broken(page, path));
            for (Locator opener : page.locator(OPENERS).all()) {
                String opened = String.valueOf(opener.evaluate(OPENED));
                if (seen.add(opened)) {
                    opener.click();
                    broken.addAll(rules.broken(page, path + ", " + opened));
                    page.keyboard().press("Escape");
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void theFormsOfARuleAndTheDrawerBreakNoRule() {
        AccessibilityRules rules = AccessibilityRules.load();
        site.open(page, "/flag.xhtml?project=" + project + "&environment=production&flag=" + flag);
        page.getByLabel("Edit rule 1").click();
        page.locator(".rule-edit-body [data-field='percent']").waitFor();
        List<String> broken = new ArrayList<>(rules.broken(page, "rule"));
        page.getByLabel("Edit what everyone else gets").click();
        page.locator("[data-of='else'] select").first().waitFor();
        broken.addAll(rules.broken(page, "everyone else"));

        site.open(page, "/flag-compare.xhtml?project=" + project + "&environment=production&from=staging&flag=" + flag);
        page.getByText("Review in production").click();
        page.locator("#save-drawer[open]").waitFor();
        broken.addAll(rules.broken(page, "drawer"));
        page.keyboard().press("Escape");
        page.locator("#discard").click();
        broken.addAll(rules.broken(page, "question"));
        page.locator("#confirm-do").click();
        page.getByText("Draft discarded.").waitFor();
        broken.addAll(rules.broken(page, "message"));

        assertThat(broken).isEmpty();
    }

    @Test
    void theDesignPageShowsBothThemes() {
        site.open(page, "/design.xhtml");

        assertThat(page.locator("[data-theme='light'] .switch").first().isVisible())
                .isTrue();
        assertThat(page.locator("[data-theme='dark'] .switch").first().isVisible())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyScriptAndEmojiHasGlyphs(String letters) {
        assumeTrue(differ(page, letters), "no font here has " + letters);

        page.navigate(site.url() + "/login.xhtml");

        assertThat(differ(page, letters)).isTrue();
    }

    static Stream<String> scripts() {
        return Stream.of("歳暮", "おせ", "カナ", "한글", "🎁🎉", "жд");
    }

    /** Whether letters look different from each other: those that no font has are all drawn as the same box. */
    private static boolean differ(Page page, String letters) {
        List<?> pictures = (List<?>) page.evaluate(PICTURES, letters);
        return new HashSet<>(pictures).size() == pictures.size();
    }

    @Test
    void digitsAreNotDrawnInTheFontOfEmoji() {
        page.navigate(site.url() + "/login.xhtml");

        assertThat(((Number) page.evaluate(DIGIT_WIDTH)).doubleValue()).isLessThan(80);
    }
}
