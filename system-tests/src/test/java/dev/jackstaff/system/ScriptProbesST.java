package dev.jackstaff.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people write is shown and never run: in every field, on every page, in every dialog, and in every parameter. */
class ScriptProbesST extends BrowserTestBase {
    private static final String PASSWORD = "a password of a test";

    /** What a probe has left in a page, in what its scripts copy from, or in its window. */
    private static final String LEFT =
            """
            () => {
                const left = root => [...root.querySelectorAll('x-probe, [data-xprobe], a[href^="javascript:" i]')]
                    .map(one => one.outerHTML.slice(0, 200))
                    .concat([...root.querySelectorAll('template')].flatMap(one => left(one.content)));
                const found = left(document);
                if ('__probe' in window) {
                    found.push('a script ran');
                }
                if (document.documentElement.textContent.includes('P49P')) {
                    found.push('an expression was evaluated');
                }
                return found;
            }
            """;

    /** Opens every dialog, menu and question, one after the other. */
    private static final String OPEN_ALL =
            """
            () => {
                document.querySelectorAll('[data-select]').forEach(box => box.click());
                const openers = document.querySelectorAll(
                    '[data-dialog], [popovertarget], [data-confirm], [data-production-switch="true"], [data-bulk-form]');
                openers.forEach(opener => {
                    opener.click();
                    document.querySelectorAll('dialog[open]').forEach(dialog => dialog.close());
                    document.querySelectorAll('[popover]:popover-open').forEach(menu => menu.hidePopover());
                });
                return openers.length;
            }
            """;

    /** What the probes have left in documents of these addresses, each read as a browser would read it. */
    private static final String READ_ALL =
            """
            async addresses => {
                const found = [];
                const next = addresses.values();
                const read = async () => {
                    for (const address of next) {
                        const answer = await fetch(address);
                        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                        const left = root => [...root.querySelectorAll('x-probe, [data-xprobe], a[href^="javascript:" i]')]
                            .concat([...root.querySelectorAll('template')].flatMap(one => left(one.content)));
                        left(page).forEach(one => found.push(`${address}: ${one.outerHTML.slice(0, 200)}`));
                        if (page.documentElement.textContent.includes('P49P')) {
                            found.push(`${address}: an expression was evaluated`);
                        }
                        if (answer.status >= 500) {
                            found.push(`${address}: ${answer.status}`);
                        }
                    }
                };
                await Promise.all([read(), read(), read(), read()]);
                return found;
            }
            """;

    private static final String FORMS =
            """
            () => [...document.forms].map((form, at) => [form, at])
                .filter(([form]) => form.method !== 'dialog' && form.querySelector('[type=submit], [data-search]')
                    && form.querySelector('input:not([type=hidden], [type=checkbox], [type=radio], [type=submit]), textarea'))
                .map(([, at]) => at)
            """;

    private static final String FILL =
            """
            ([at, probe]) => {
                const form = document.forms[at];
                form.noValidate = true;
                form.closest('dialog')?.show();
                form.querySelectorAll('[data-add-line]').forEach(button => button.click());
                form.querySelectorAll('input, textarea').forEach(field => {
                    if (!['hidden', 'checkbox', 'radio', 'submit', 'number', 'date'].includes(field.type)) {
                        field.value = probe;
                        field.dispatchEvent(new Event('input', { bubbles: true }));
                    }
                });
            }
            """;

    /** Another page is there, or the answer has changed this one. */
    private static final String ANSWERED =
            "() => document.readyState === 'complete' && document.documentElement.dataset.sent !== 'true'";

    private static final String SEND =
            """
            at => {
                const root = document.documentElement;
                root.dataset.sent = 'true';
                jQuery(document).on('pfAjaxComplete', (event, xhr) => {
                    root.dataset.sent = xhr.responseText.includes('<redirect') ? 'true' : 'answered';
                });
                const form = document.forms[at];
                const button = [...form.querySelectorAll('[type=submit]')].pop();
                if (button) {
                    button.disabled = false;
                    button.click();
                } else {
                    form.requestSubmit();
                }
            }
            """;

    private final String project = "probed-" + suffix;
    private final String person = "probed-" + suffix + "@example.org";
    private final String here = "?project=" + project + "&environment=production";
    private final String flag = here + "&flag=" + ProbedProject.FLAG;
    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    void makeContent(StackUnderTest installation) throws SQLException {
        hub.post("/users", Map.of("email", person, "name", ProbedProject.PROBE, "password", PASSWORD, "role", "admin"));
        new ProbedProject(hub, project).make(installation);
    }

    @BeforeEach
    void signIn() {
        asked.clear();
        page.onDialog(dialog -> {
            asked.add(dialog.message());
            dialog.dismiss();
        });
        site.open(page, "/projects.xhtml", person, PASSWORD);
    }

    /** The pages; each has to show a probe, but for those without a text that people choose. */
    private List<String> pages() {
        return List.of(
                "/projects.xhtml",
                "/flags.xhtml" + here,
                "/flags.xhtml" + here + "&q=" + ProbedProject.encoded(ProbedProject.SHORT),
                "/flag.xhtml" + flag,
                "/flag-compare.xhtml" + flag + "&from=staging",
                "/flag-variants.xhtml" + flag + "&variant=a",
                "/flag-variants.xhtml" + flag + "&variant=a&place=production",
                "/flag-usage.xhtml" + flag,
                "/flag-history.xhtml" + flag,
                "/flag-history.xhtml" + flag + "&view=technical&pick=0.1",
                "/flag-code.xhtml" + flag,
                "/flag-settings.xhtml" + flag,
                "/history.xhtml" + here,
                "/history.xhtml" + here + "&view=technical",
                "/playground.xhtml" + flag + playground(),
                "/playground.xhtml" + flag + playground() + "&view=json",
                "/keys.xhtml" + here,
                "/unknown-flags.xhtml" + here);
    }

    private static String playground() {
        String context = "{\"" + ProbedProject.SHORT.replace("\"", "\\\"") + "\":\""
                + ProbedProject.PROBE.replace("\"", "\\\"") + "\"}";
        return "&send=1&at=production&why=" + ProbedProject.FLAG + "&context=" + ProbedProject.encoded(context);
    }

    @Test
    void everyPageAndDialogShowsProbesAndRunsNone() {
        for (String path : pages()) {
            page.navigate(site.url() + path);
            assertThat(page.content()).as(path).contains("x-probe data-xprobe");
            nothingLeft(path);
            assertThat((Integer) page.evaluate(OPEN_ALL)).as(path).isPositive();
            nothingLeft(path + ", with its dialogs");
        }
    }

    @Test
    void theFormOfARuleAndTheDrawerShowProbesAndRunNone() {
        page.navigate(site.url() + "/flag.xhtml" + flag);
        button("Edit rule 1").click();
        assertThat(page.locator("[data-condition='comparison'] [data-field='attribute']"))
                .hasValue(ProbedProject.SHORT);
        assertThat(page.locator(".chip").first()).containsText(ProbedProject.PROBE);
        nothingLeft("the form of a rule");
        page.locator("[data-field='note']").fill(ProbedProject.PROBE + " typed");
        button("Done").click();
        assertThat(page.locator(".rule-note").first()).containsText(ProbedProject.PROBE + " typed");
        button("Add a prerequisite").click();
        page.getByLabel("Key of the flag that is needed").fill(ProbedProject.PROBE);
        button("Done").click();
        assertThat(page.locator("#needed-problem")).hasText("There is no such flag.");
        nothingLeft("a flag that is needed");
        page.keyboard().press("Escape");
        button("Review and save").click();
        drawer().getByLabel("Reason").fill(ProbedProject.PROBE);
        drawer().getByLabel("Ticket").fill(ProbedProject.SHORT);
        nothingLeft("the drawer");
        button("Save in production").click();
        assertThat(notice()).containsText("saved in production");
        nothingLeft("the message");
    }

    /** Fills every field of every form, and sends it: it is taken, or refused and shown again. */
    @Test
    void everyFormTakesOrRefusesProbesAndRunsNone() {
        Map<String, List<Integer>> forms = new LinkedHashMap<>();
        for (String name : ConsoleSources.pages()) {
            if (!name.equals("login.xhtml")) {
                String path = "/" + name + flag + "&variant=b";
                page.navigate(site.url() + path);
                List<?> found = (List<?>) page.evaluate(FORMS);
                forms.put(path, found.stream().map(Integer.class::cast).toList());
            }
        }
        assertThat(forms.values().stream().mapToInt(List::size).sum()).isGreaterThan(15);

        forms.forEach((path, ofPage) -> ofPage.forEach(at -> {
            page.navigate(site.url() + path);
            page.waitForFunction("() => document.querySelector('#commands [name=\"primefaces.nonce\"]')");
            page.evaluate(FILL, List.of(at, ProbedProject.SHORT + "<script>window.__probe=1</script>"));
            page.evaluate(SEND, at);
            page.waitForFunction(ANSWERED);
            nothingLeft(path + ", form " + at);
        }));
    }

    @Test
    void everyParameterOfAnAddressIsShownOrRefusedAndNotRun() {
        readWithEachParameter(Set.of("flags.xhtml", "flag-history.xhtml", "playground.xhtml", "login.xhtml"));
    }

    @Test
    @Tag("long")
    void everyParameterIsShownOrRefusedAndNotRunOnEveryPage() {
        readWithEachParameter(ConsoleSources.pages());
    }

    private void readWithEachParameter(Set<String> names) {
        List<String> addresses = new ArrayList<>();
        List<String> parameters = new ArrayList<>(ConsoleSources.parameters());
        parameters.addAll(List.of("then", "reason", "ticket", "send", "name", "value"));
        for (String name : names) {
            for (String parameter : parameters) {
                Map<String, String> query = new LinkedHashMap<>(
                        Map.of("project", project, "environment", "production", "flag", ProbedProject.FLAG));
                query.put(parameter, ProbedProject.encoded(ProbedProject.PROBE));
                addresses.add("/admin/" + name
                        + query.entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining("&", "?", "")));
            }
        }

        assertThat((List<?>) page.evaluate(READ_ALL, addresses)).isEmpty();
    }

    @Test
    void anAddressThatIsAScriptIsRefusedAsALinkAndNotFollowedAfterTheLogin() {
        String refused = "{\"links\":[{\"title\":\"t\",\"url\":\"javascript:window.__probe=1\"}]}";
        assertThat(hub.call("PATCH", "/projects/" + project + "/flags/plain", refused)
                        .statusCode())
                .isEqualTo(400);
        Page other = browser.page();
        for (String then :
                List.of("javascript:window.__probe=1", "//elsewhere.example/", "https://elsewhere.example/")) {
            other.context().clearCookies();
            other.navigate(site.url() + "/login.xhtml?then=" + ProbedProject.encoded(then));
            AdminSite.enter(other, person, PASSWORD);
            other.waitForURL(address -> !address.contains("/login.xhtml"));
            assertThat(other.url()).startsWith(site.url() + "/");
        }
    }

    private void nothingLeft(String where) {
        assertThat((List<?>) page.evaluate(LEFT)).as(where).isEmpty();
        assertThat(asked).as(where).isEmpty();
        assertThat(browser.complaints()).as(where).isEmpty();
    }
}
