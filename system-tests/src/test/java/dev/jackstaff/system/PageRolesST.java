package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page of the console as each role sees it: what is shown, what is offered, and where its links lead. */
class PageRolesST extends BrowserTestBase {
    private static final String PASSWORD = "a password of a test";

    /** What changes something, wherever it is; a viewer is offered none of it on any page. */
    private static final String CHANGES =
            "[role=switch], [data-confirm], #kill, .grip, [data-rule-edit], [data-bulk-do]";

    private enum Role {
        VIEWER,
        EDITOR,
        ADMIN;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a page offers.
     *
     * @param heading what its first heading has, so that it is the page and not a refusal
     * @param everybody selectors of what each role is offered
     * @param editors selectors of what needs the role of an editor
     * @param admins selectors of what needs the role of an administrator
     */
    private record Offered(
            String address, String heading, List<String> everybody, List<String> editors, List<String> admins) {
        List<String> to(Role role) {
            List<String> all = new ArrayList<>(everybody);
            all.addAll(role == Role.VIEWER ? List.of() : editors);
            all.addAll(role == Role.ADMIN ? admins : List.of());
            return all;
        }

        List<String> notTo(Role role) {
            List<String> all = new ArrayList<>(editors);
            all.addAll(admins);
            all.removeAll(to(role));
            return all;
        }
    }

    private final Map<String, Offered> pages = new TreeMap<>();
    private final String project = "roles-" + suffix;
    private final String here = "?project=" + project + "&environment=production";

    @BeforeAll
    void makePeopleAndContent() {
        for (Role role : Role.values()) {
            hub.post(
                    "/users",
                    Map.of("email", address(role), "name", role.label(), "password", PASSWORD, "role", role.label()));
        }
        hub.post("/projects", Map.of("key", project, "name", "Roles"));
        hub.post(
                "/projects/" + project + "/flags",
                Map.of(
                        "key",
                        "shaped",
                        "name",
                        "shaped",
                        "type",
                        "json",
                        "schema",
                        Map.of(),
                        "links",
                        List.of(Map.of("title", "Design", "url", "https://example.org/design")),
                        "variants",
                        List.of(variant("a"), variant("b"), variant("c"))));
        Map<String, Object> condition = Map.of("attribute", "plan", "operator", "IN", "values", List.of("pro"));
        long revision = 0;
        for (Map<String, Object> instruction : List.of(
                Map.<String, Object>of("type", "turn-on", "flag", "shaped"),
                Map.<String, Object>of(
                        "type", "add-rule",
                        "flag", "shaped",
                        "definition", Map.of("id", "one", "condition", condition, "outcome", Map.of("serve", "a"))))) {
            revision = hub.post(
                            "/projects/" + project + "/changes",
                            Map.of("environment", "production", "changes", List.of(instruction)))
                    .path("revision")
                    .asLong();
        }
        hub.post("/keys", Map.of("name", "Roles", "kind", "server", "project", project, "environment", "production"));
        describe(revision);
    }

    private static Map<String, Object> variant(String key) {
        return Map.of("key", key, "value", Map.of("n", key));
    }

    private String address(Role role) {
        return "roles-" + role.label() + "-" + suffix + "@example.org";
    }

    private void describe(long revision) {
        String flag = here + "&flag=shaped";
        page("design.xhtml", "", "Design", List.of(), List.of(), List.of());
        page("projects.xhtml", "", "Projects", List.of(".row-link"), List.of(), List.of("#new", "#new-project"));
        page(
                "flags.xhtml",
                here,
                "Flags",
                List.of(
                        "#save-view-open",
                        "[data-star]",
                        "[popovertarget=export-menu]",
                        "[popovertarget=columns-menu]"),
                List.of(
                        "#new",
                        "#new-flag",
                        "[data-select]",
                        "[role=switch]",
                        "[data-bulk]",
                        "#bulk-tags",
                        "#bulk-owner"),
                List.of());
        page(
                "flag.xhtml",
                flag,
                "shaped",
                List.of(".rule", "#why"),
                List.of("#add-rule", "#edit-one", "#edit-else", ".grip", "#kill", "#kill-dialog", "[role=switch]"),
                List.of());
        page("flag-compare.xhtml", flag + "&from=staging", "shaped", List.of(".sides"), List.of("#take"), List.of());
        page(
                "flag-variants.xhtml",
                flag + "&variant=a",
                "shaped",
                List.of("[aria-selected=true]"),
                List.of("#new", "#new-variant", "[data-command=removeVariant]", "#edit-schema", "[id='value:done']"),
                List.of());
        page("flag-usage.xhtml", flag, "shaped", List.of(".tabs"), List.of("[role=switch]"), List.of());
        page(
                "flag-history.xhtml",
                flag + "&pick=0." + (revision - 1),
                "shaped",
                List.of("[id^=pick-]", "#comparison-title"),
                List.of("#restore"),
                List.of());
        page("flag-code.xhtml", flag, "shaped", List.of("#code-0"), List.of(), List.of("#codeKey"));
        page(
                "flag-settings.xhtml",
                flag,
                "shaped",
                List.of("#settings-title"),
                List.of("#settings", "#archive", "#delete"),
                List.of());
        page("history.xhtml", here, "History", List.of(".timeline"), List.of(), List.of());
        page("playground.xhtml", here, "Playground", List.of("#play"), List.of(), List.of());
        page(
                "keys.xhtml",
                here,
                "API keys",
                List.of("tbody tr"),
                List.of(),
                List.of("#new", "#new-key", "[data-confirm=revokeKey]"));
        page("unknown-flags.xhtml", here, "Unknown flags", List.of(), List.of(), List.of());
        page("login.xhtml", "", "Sign in", List.of("#login"), List.of(), List.of());
    }

    private void page(
            String name,
            String query,
            String heading,
            List<String> everybody,
            List<String> editors,
            List<String> admins) {
        pages.put(name, new Offered("/" + name + query, heading, everybody, editors, admins));
    }

    @Test
    void everyPageOfTheSourcesHasAnExpectation() {
        assertThat(pages.keySet()).containsExactlyElementsOf(ConsoleSources.pages());
    }

    @ParameterizedTest
    @EnumSource
    void eachRoleIsOfferedWhatItMayDo(Role role) {
        site.open(page, "/projects.xhtml", address(role), PASSWORD);
        List<String> wrong = new ArrayList<>();

        pages.forEach((name, offered) -> {
            assertThat(page.navigate(site.url() + offered.address()).status())
                    .as(name)
                    .isEqualTo(200);
            assertThat(page.locator("h1").first().textContent()).as(name).contains(offered.heading());
            offered.to(role).stream()
                    .filter(selector -> page.locator(selector).count() == 0)
                    .forEach(selector -> wrong.add(name + " lacks " + selector));
            offered.notTo(role).stream()
                    .filter(selector -> page.locator(selector).count() > 0)
                    .forEach(selector -> wrong.add(name + " has " + selector));
            if (role == Role.VIEWER
                    && !name.equals("design.xhtml")
                    && page.locator(CHANGES).count() > 0) {
                wrong.add(name + " has " + page.locator(CHANGES).first().evaluate("one => one.outerHTML"));
            }
        });

        assertThat(wrong).isEmpty();
    }

    /** A page that is asked for before the login is the one that is asked for after it. */
    @Test
    void whoIsNotSignedInIsLedToTheLoginByEveryPage() {
        pages.forEach((name, offered) -> {
            APIResponse answer = page.request()
                    .get(site.url() + offered.address(), RequestOptions.create().setMaxRedirects(0));
            if (name.equals("login.xhtml")) {
                assertThat(answer.status()).isEqualTo(200);
                return;
            }
            String then = URLEncoder.encode(offered.address(), StandardCharsets.UTF_8);
            assertThat(answer.status()).as(name).isEqualTo(302);
            assertThat(answer.headers().get("location")).as(name).endsWith("/login.xhtml?then=" + then);
        });
    }

    @Test
    void noLinkLeadsAViewerToARefusal() {
        site.open(page, "/projects.xhtml", address(Role.VIEWER), PASSWORD);
        Map<String, String> links = new HashMap<>();
        pages.forEach((name, offered) -> {
            page.navigate(site.url() + offered.address());
            links(page).forEach(link -> links.putIfAbsent(shape(link), link));
        });

        assertThat(links).hasSizeGreaterThan(pages.size());
        links.values()
                .forEach(link ->
                        assertThat(page.request().get(link).status()).as(link).isEqualTo(200));
    }

    private List<String> links(Page where) {
        List<?> all = (List<?>) where.evaluate("[...document.links].map(link => link.href)");
        return all.stream()
                .map(String::valueOf)
                .filter(link -> link.startsWith(site.url()))
                .map(link -> link.replaceFirst("#.*", ""))
                .toList();
    }

    /** A page and the names of its parameters: of links that differ in their values only, one is followed. */
    private static String shape(String link) {
        URI address = URI.create(link);
        String query = String.valueOf(address.getRawQuery());
        Set<String> names = Arrays.stream(query.split("&"))
                .map(one -> one.replaceFirst("=.*", ""))
                .collect(Collectors.toSet());
        return address.getPath() + " " + names.stream().sorted().toList();
    }
}
