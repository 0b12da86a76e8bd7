package dev.jackstaff.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** Somebody without a mouse: presses keys, and sees where the focus is. */
final class KeyboardUser {
    /** No control of a page is further away than this. */
    private static final int FARTHEST = 150;

    /** What has the focus, as a screen reader would say it: {@code button Save}. */
    private static final String FOCUSED =
            """
            () => {
                const one = document.activeElement;
                if (!one || one === document.body) {
                    return 'nothing';
                }
                const kinds = { A: 'link', BUTTON: 'button', SELECT: 'list', TEXTAREA: 'field', MAIN: 'main' };
                const inputs = { checkbox: 'checkbox', radio: 'radio', range: 'slider', submit: 'button' };
                const kind = one.getAttribute('role') || kinds[one.tagName]
                    || (one.tagName === 'INPUT' ? inputs[one.type] || 'field' : one.tagName.toLowerCase());
                if (kind === 'main') {
                    return kind;
                }
                const by = (one.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id))
                    .concat(...(one.labels || [])).filter(Boolean).map(label => label.innerText).join(' ');
                const name = one.getAttribute('aria-label') || by || one.innerText || one.value || '';
                return `${kind} ${name.replace(/\\s+/g, ' ').trim()}`;
            }
            """;

    /** Whether what has the focus can be seen, and that it has the focus. */
    private static final String SEEN =
            """
            () => {
                const one = document.activeElement;
                const at = one.getBoundingClientRect();
                const inside = at.width > 0 && at.bottom > 0 && at.top < innerHeight && at.right > 0 && at.left < innerWidth;
                const marked = [one, ...(one.labels || []), one.closest('.values, .editor, .seg')].filter(Boolean).some(part => {
                    const look = getComputedStyle(part);
                    return look.outlineStyle !== 'none' || look.boxShadow !== 'none';
                });
                return inside && marked;
            }
            """;

    private final Page page;

    KeyboardUser(Page page) {
        this.page = page;
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Replaces what a field has. */
    void retype(String text) {
        press("Control+a");
        type(text);
    }

    /** Presses Tab until the focus is where this is said. */
    void tabTo(String wanted) {
        go("Tab", wanted);
    }

    /** As above, backwards. */
    void tabBackTo(String wanted) {
        go("Shift+Tab", wanted);
    }

    private void go(String key, String wanted) {
        StringBuilder passed = new StringBuilder(focused());
        for (int i = 0; i < FARTHEST; i++) {
            press(key);
            String focused = focused();
            passed.append(", ").append(focused);
            if (focused.startsWith(wanted)) {
                seesTheFocus(focused);
                return;
            }
        }
        throw new AssertionError("Tab did not reach \"" + wanted + "\" but: " + passed);
    }

    /** What slides in is not at its place yet when it has the focus. */
    private void seesTheFocus(String focused) {
        try {
            page.waitForFunction(SEEN);
        } catch (PlaywrightException late) {
            throw new AssertionError(focused + " is not seen to have the focus", late);
        }
    }

    /** Goes to a control and presses it. */
    void use(String wanted) {
        tabTo(wanted);
        press("Enter");
    }

    String focused() {
        return String.valueOf(page.evaluate(FOCUSED));
    }

    /** Waits until the focus is where this is said. */
    void isAt(String wanted) {
        try {
            page.waitForFunction("wanted => (" + FOCUSED + ")().startsWith(wanted)", wanted);
        } catch (PlaywrightException late) {
            throw new AssertionError("the focus is not at \"" + wanted + "\" but at \"" + focused() + "\"", late);
        }
    }
}
