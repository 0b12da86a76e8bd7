package dev.jackstaff.system;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The rules of axe-core, and that a page is not wider than its window. */
final class AccessibilityRules {
    private static final String RUN =
            """
            async () => {
                const moving = document.getAnimations().filter(one => one.effect.getComputedTiming().endTime !== Infinity);
                await Promise.allSettled(moving.map(one => one.finished));
                const { violations } = await axe.run(document, { resultTypes: ['violations'] });
                return violations.flatMap(broken =>
                    broken.nodes.map(node => `${broken.id} (${broken.impact}) at ${node.target.join(' ')}`));
            }
            """;
    private static final String TOO_WIDE = "document.documentElement.scrollWidth > innerWidth";

    private final String script;

    private AccessibilityRules(String script) {
        this.script = script;
    }

    /** The rules; without Node, or where the package cannot be had, the test is skipped. */
    static AccessibilityRules load() {
        try {
            return new AccessibilityRules(
                    Files.readString(NodeScripts.packagePath("axe-core").resolve("axe.min.js")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a page once what moves has come to rest: what fades in has too little contrast until then. */
    List<String> broken(Page page, String where) {
        page.evaluate(script);
        List<String> broken = new ArrayList<>();
        ((List<?>) page.evaluate(RUN)).forEach(one -> broken.add(where + ": " + one));
        if (Boolean.TRUE.equals(page.evaluate(TOO_WIDE))) {
            broken.add(where + ": wider than the window");
        }
        return broken;
    }
}
