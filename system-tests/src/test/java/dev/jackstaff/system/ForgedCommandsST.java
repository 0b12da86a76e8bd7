package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every command of every page, sent by hand: by somebody who may not do it, from another site, and without what a form has.
 * Each command of the sources has an entry here.
 */
class ForgedCommandsST extends BrowserTestBase {
    private static final String PASSWORD = "a password of a test";
    private static final String MISSING = "his requires the permission ";

    /** What is answered where the page does not offer the command to the reader. */
    private static final String GONE = "This is not offered here any more";

    private static final Pattern UNDO = Pattern.compile("data-undo=\"([^\"]+)\"");
    private static final String RULE =
            "{\"condition\":{\"attribute\":\"plan\",\"operator\":\"IN\",\"values\":[\"pro\"]},\"outcome\":{\"serve\":\"on\"}}";
    private static final Map<String, Object> PLAN =
            Map.of("attribute", "plan", "operator", "IN", "values", List.of("pro"));

    private static final Map<String, Object> SPLIT =
            Map.of("split", List.of(Map.of("variant", "on", "weight", 50), Map.of("variant", "off", "weight", 50)));

    /** What begins and ends sessions, which have tests of their own. */
    private static final Set<String> OF_THE_SESSION =
            Set.of("layout.xhtml session:signOut", "login.xhtml login:submit");

    /**
     * A command and what it is sent with.
     *
     * @param refusal what a viewer is told; empty where everybody may do it
     * @param changes whether it changes what the hub has, sent by somebody who may
     */
    private record Entry(String page, Map<String, String> fields, String refusal, boolean changes) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final String project = "forged-" + suffix;
    private final String here = "project=" + project + "&environment=production";
    private final String viewer = "forged-" + suffix + "@example.org";
    private final StackUnderTest installation;

    ForgedCommandsST(StackUnderTest installation) {
        this.installation = installation;
    }

    @BeforeAll
    void makeContentAndEntries() {
        hub.post("/users", Map.of("email", viewer, "name", "Viewer", "password", PASSWORD, "role", "viewer"));
        hub.post("/projects", Map.of("key", project, "name", project));
        page = browser.page();
        site.open(page, "/flags.xhtml?" + here);
        everywhere();
        inTheList();
        ofRules();
        ofAFlag();
        ofVariants();
        ofProjectAndKeys();
        browser.closePages();
    }

    private void everywhere() {
        flag("switched", Map.of());
        flag("taken-back", Map.of());
        add("layout.xhtml commands:flipSwitch", list(), MISSING, flip("switched", true));
        add("layout.xhtml commands:undoChange", list(), MISSING, Map.of("change", undoOf("taken-back")));
        entries.put("layout.xhtml session:signOut", new Entry(list(), Map.of(), "", false));
        entries.put("login.xhtml login:submit", new Entry("login.xhtml", Map.of(), "", false));
    }

    private String undoOf(String flag) {
        String answer = forged("commands:flipSwitch", list(), flip(flag, true))
                .send(page)
                .text();
        Matcher undo = UNDO.matcher(answer);
        assertThat(undo.find()).as(answer).isTrue();
        return undo.group(1).replace("&quot;", "\"").replace("&#34;", "\"").replace("&amp;", "&");
    }

    private void inTheList() {
        flag("many", Map.of());
        String view = hub.post(
                        "/me/projects/" + project + "/views",
                        Map.of("name", "Shared", "query", "kind=release", "shared", true))
                .path("id")
                .asText();
        String shared = list() + "&saved=" + view;
        own("flags.xhtml commands:starFlag", list(), Map.of("starred", "many"));
        add(
                "flags.xhtml commands:bulkFlags",
                list(),
                MISSING,
                Map.of("do", "on", "target", "staging", "selected", "many"));
        own("flags.xhtml columns:show", list(), Map.of("column", "owner"));
        own("flags.xhtml columns:usual", list(), Map.of());
        own("saved-views.xhtml saveView:create", list(), Map.of("saveView:name", "Mine"));
        add("saved-views.xhtml editView:save", shared, GONE, Map.of("editView:name", "Taken"));
        add("flags.xhtml commands:keepView", shared + "&q=x", "here is no saved view", Map.of());
        add("flags.xhtml commands:deleteView", shared, "here is no saved view", Map.of());
        add(
                "new-flag.xhtml newFlag:create",
                list(),
                GONE,
                Map.of(
                        "newFlag:key",
                        "made",
                        "newFlag:name",
                        "",
                        "newFlag:description",
                        "",
                        "newFlag:tags",
                        "",
                        "newFlag:type",
                        "BOOLEAN",
                        "newFlag:kind",
                        "RELEASE"));
    }

    private void ofRules() {
        flag("needed", Map.of());
        flag("ruled", Map.of("prerequisites", List.of(Map.of("flag", "needed", "variants", List.of("on")))));
        flag("contested", Map.of());
        flag("discarded", Map.of());
        for (String id : List.of("one", "two", "three")) {
            change("ruled", Map.of("type", "add-rule", "definition", rule(id)));
        }
        String ruled = flagPage("flag", "ruled");
        looks("flag.xhtml commands:editRule", ruled, Map.of("rule", "one"));
        looks("flag.xhtml commands:sayRule", ruled, Map.of("of", "rule", "definition", RULE));
        add("flag.xhtml commands:doneRule", ruled, MISSING, Map.of("of", "rule", "definition", RULE));
        add("flag.xhtml commands:removeRule", ruled, MISSING, Map.of("rule", "three"));
        add("flag.xhtml commands:duplicateRule", ruled, MISSING, Map.of("rule", "one"));
        add("flag.xhtml commands:pauseRule", ruled, MISSING, Map.of("rule", "one"));
        add("flag.xhtml commands:copyRule", ruled, MISSING, Map.of("rule", "one", "to", "staging"));
        add("flag.xhtml commands:moveRule", ruled, MISSING, Map.of("rule", "one", "place", "1"));
        looks("flag.xhtml commands:editNeeded", ruled, Map.of("needed", "needed"));
        looks("flag.xhtml commands:closeNeeded", ruled, Map.of());
        looks("flag.xhtml commands:findNeeded", ruled, Map.of("neededFlag", "many"));
        add("flag.xhtml commands:putNeeded", ruled, MISSING, Map.of("neededFlag", "many", "adding", "true"));
        add("flag.xhtml commands:removeNeeded", ruled, MISSING, Map.of("needed", "needed"));
        looks("flag-frame.xhtml commands:reviewDraft", ruled, Map.of());
        add("save-drawer.xhtml save:apply", ruled, GONE, Map.of("reviewing", "true", "reason", "forged"));
        String discarded = flagPage("flag", "discarded");
        draft("discarded", Map.of("type", "add-rule", "definition", rule("drafted")));
        own("flag-frame.xhtml commands:discardDraft", discarded, Map.of());
        draft("contested", Map.of("type", "set-fallthrough", "outcome", SPLIT));
        change("contested", Map.of("type", "set-fallthrough", "outcome", Map.of("off", true)));
        add(
                "save-drawer.xhtml save:settle",
                flagPage("flag", "contested"),
                GONE,
                Map.of("reviewing", "true", "side:contested/fallthrough", "theirs"));
    }

    /** Gives the administrator a draft. */
    private void draft(String flag, Map<String, Object> instruction) {
        hub.post(
                "/projects/" + project + "/flags/" + flag + "/environments/production/draft",
                Map.of("changes", List.of(instruction)));
    }

    private void ofAFlag() {
        flag("killed-1", Map.of());
        flag("killed-2", Map.of());
        flag("promoted", Map.of());
        for (String flag : List.of("killed-1", "killed-2")) {
            change(flag, Map.of("type", "turn-on"));
            hub.post("/projects/" + project + "/flags/" + flag + "/kill", Map.of("restoreAfterMinutes", 60));
        }
        flag("burning", Map.of());
        change("burning", Map.of("type", "turn-on"));
        change("promoted", Map.of("type", "turn-on"));
        add("flag-frame.xhtml restoration:restoreNow", flagPage("flag", "killed-1"), GONE, Map.of());
        add("flag-frame.xhtml restoration:leaveOff", flagPage("flag", "killed-2"), GONE, Map.of());
        add(
                "kill-dialog.xhtml killForm:killDo",
                flagPage("flag", "burning"),
                GONE,
                Map.of("killBack", "hand", "killTyped", "burning"));
        String compare = flagPage("flag-compare", "promoted") + "&from=staging";
        add("flag-compare.xhtml promote:review-taken", compare, GONE, Map.of("part", "enabled"));
        add("flag-code.xhtml codeKey:make", flagPage("flag-code", "many"), GONE, Map.of("codeKey:name", "forged"));
        settings();
        history();
    }

    private void settings() {
        flag("set", Map.of());
        Map<String, String> fields = new HashMap<>(Map.of("settings:name", "Renamed", "settings:kind", "RELEASE"));
        List.of("description", "owner", "tags").forEach(name -> fields.put("settings:" + name, ""));
        add("flag-settings.xhtml settings:done", flagPage("flag-settings", "set"), GONE, fields);
        String toArchive = Long.toString(flag("to-archive", Map.of()));
        String toRestore = Long.toString(archived("to-restore"));
        String toDelete = Long.toString(archived("to-delete"));
        add(
                "flag-settings.xhtml commands:archiveFlag",
                flagPage("flag-settings", "to-archive"),
                MISSING,
                Map.of("value", toArchive));
        add(
                "flag-settings.xhtml commands:unarchiveFlag",
                flagPage("flag-settings", "to-restore"),
                MISSING,
                Map.of("value", toRestore));
        add(
                "flag-settings.xhtml commands:deleteFlag",
                flagPage("flag-settings", "to-delete"),
                MISSING,
                Map.of("value", toDelete));
    }

    private long archived(String flag) {
        flag(flag, Map.of());
        hub.post("/projects/" + project + "/flags/" + flag + "/archive", Map.of());
        return version(flag);
    }

    private void history() {
        flag("earlier", Map.of());
        JsonNode before = change("earlier", Map.of("type", "turn-on"));
        JsonNode now = change("earlier", Map.of("type", "turn-off"));
        add(
                "flag-history.xhtml commands:restoreFlag",
                flagPage("flag-history", "earlier") + "&pick="
                        + before.path("projectRevision").asText() + "."
                        + before.path("revision").asText(),
                MISSING,
                Map.of("value", "SETTINGS@" + now.path("revision").asText()));
    }

    private void ofVariants() {
        Map<String, Object> shape = Map.of(
                "type", "json", "variants", List.of(variant("a"), variant("b"), variant("c")), "schema", Map.of());
        for (String flag : List.of("valued", "reset", "removed", "kept", "added", "schemed")) {
            flag(flag, shape);
        }
        hub.post(
                "/projects/" + project + "/changes",
                Map.of(
                        "environment",
                        "staging",
                        "changes",
                        List.of(Map.of(
                                "type", "set-value", "flag", "reset", "variant", "a", "value", Map.of("n", 2)))));
        add(
                "flag-variants.xhtml value:done",
                flagPage("flag-variants", "valued") + "&variant=a",
                GONE,
                Map.of("value:text", "{\"n\":7}", "value:description", ""));
        add(
                "flag-variants.xhtml value:reset",
                "flag-variants.xhtml?project=" + project + "&environment=staging&flag=reset&variant=a&place=staging",
                GONE,
                Map.of());
        add(
                "flag-variants.xhtml commands:removeVariant",
                flagPage("flag-variants", "removed"),
                MISSING,
                Map.of("value", "c"));
        hub.post(
                "/projects/" + project + "/flags/kept/draft",
                Map.of("changes", List.of(Map.of("type", "remove-variant", "variant", "c"))));
        add(
                "flag-variants.xhtml commands:keepVariant",
                flagPage("flag-variants", "kept"),
                "here is no removed variant",
                Map.of("value", "c"));
        add(
                "flag-variants.xhtml newVariant:add",
                flagPage("flag-variants", "added"),
                GONE,
                Map.of(
                        "newVariant:variantKey", "d",
                        "newVariant:variantValue", "{}",
                        "newVariant:variantDescription", ""));
        add(
                "flag-variants.xhtml editSchema:done",
                flagPage("flag-variants", "schemed"),
                GONE,
                Map.of("editSchema:schema", "{\"type\":\"object\"}"));
    }

    private static Map<String, Object> variant(String key) {
        return Map.of("key", key, "value", Map.of("n", 1));
    }

    private void ofProjectAndKeys() {
        String key = hub.post(
                        "/keys",
                        Map.of("name", "Forged", "kind", "server", "project", project, "environment", "production"))
                .path("id")
                .asText();
        add("keys.xhtml commands:revokeKey", "keys.xhtml?" + here, MISSING, Map.of("value", key));
        add(
                "keys.xhtml newKey:create",
                "keys.xhtml?" + here,
                GONE,
                Map.of(
                        "newKey:name",
                        "forged",
                        "newKey:kind",
                        "SERVER",
                        "newKey:environment",
                        "production",
                        "newKey:lastDay",
                        ""));
        add(
                "projects.xhtml newProject:create",
                "projects.xhtml",
                GONE,
                Map.of("newProject:key", "made-" + suffix, "newProject:name", "", "newProject:description", ""));
    }

    @Test
    void everyCommandOfTheSourcesHasAnEntry() {
        assertThat(new TreeSet<>(entries.keySet())).containsExactlyElementsOf(ConsoleSources.commands());
    }

    /** Sent by a viewer it changes nothing, and the answer says so; sent by an administrator, the same does its work. */
    @Test
    void aViewerIsRefusedWhatAnAdministratorDoes() {
        Page administrator = browser.page();
        site.open(administrator, "/flags.xhtml?" + here);
        site.open(page, "/flags.xhtml?" + here, viewer, PASSWORD);
        List<String> wrong = new ArrayList<>();
        Map<String, String> before = HubContent.of(installation);

        for (Map.Entry<String, Entry> command : entries.entrySet()) {
            Entry entry = command.getValue();
            if (entry.refusal().isEmpty()) {
                continue;
            }
            ForgedForm form = forged(command.getKey().replaceFirst(".* ", ""), entry.page(), entry.fields());
            String told = ForgedForm.read(page, form.send(page));
            if (!told.contains(entry.refusal())) {
                wrong.add(command.getKey() + " did not tell the viewer \"" + entry.refusal() + "\": " + message(told));
            }
            assertThat(HubContent.of(installation)).as(command.getKey()).isEqualTo(before);
            APIResponse answer = form.send(administrator);
            Map<String, String> after = HubContent.of(installation);
            if (entry.changes() && after.equals(before)) {
                wrong.add(command.getKey() + " did nothing for the administrator: " + message(answer.text()));
            }
            before = after;
        }

        assertThat(wrong).isEmpty();
    }

    /** What a viewer may do: it is about themselves, or only shows something. */
    @Test
    void aViewerLooksAndChoosesAndChangesNoFlag() {
        site.open(page, "/flags.xhtml?" + here, viewer, PASSWORD);
        Map<String, String> before = HubContent.of(installation);
        List<String> refused = new ArrayList<>();

        entries.forEach((command, entry) -> {
            String id = command.replaceFirst(".* ", "");
            if (entry.refusal().isEmpty() && !OF_THE_SESSION.contains(command)) {
                String told = ForgedForm.read(
                        page, forged(id, entry.page(), entry.fields()).send(page));
                if (told.contains("toast-danger") || told.contains(GONE)) {
                    refused.add(command + ": " + message(told));
                }
            }
        });

        assertThat(refused).isEmpty();
        Map<String, String> after = HubContent.of(installation);
        List.of("favourite", "saved_view", "user_setting").forEach(own -> after.put(own, before.get(own)));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aFormOfAnotherSiteOrWithoutANonceChangesNothingOnAnyPage() {
        site.open(page, "/flags.xhtml?" + here);
        Map<String, String> before = HubContent.of(installation);

        for (String name : ConsoleSources.pages()) {
            ForgedForm form = forged("commands:flipSwitch", name + "?" + here + "&flag=many", flip("many", true));
            Map<String, String> sent = form.all();
            for (Map<String, String> from : List.of(
                    Map.of("Sec-Fetch-Site", "cross-site"),
                    Map.of("Sec-Fetch-Site", "same-site"),
                    Map.of("Sec-Fetch-Site", "", "Origin", "https://elsewhere.example"))) {
                assertThat(form.send(page, sent, from).status()).as(name).isEqualTo(403);
            }
            for (String nonce : new String[] {"", "no nonce"}) {
                sent.put(ForgedForm.NONCE, nonce);
                APIResponse answer = form.send(page, sent, Map.of("Sec-Fetch-Site", "same-origin"));
                assertThat(ForgedForm.read(page, answer)).as(name).contains("The page had expired");
            }
            assertThat(HubContent.of(installation)).as(name).isEqualTo(before);
        }
    }

    /** A link of another site makes a browser send this, with the session's cookie. */
    @Test
    void anAddressSendsNoForm() {
        site.open(page, "/flags.xhtml?" + here);
        Map<String, String> before = HubContent.of(installation);

        for (String name : ConsoleSources.pages()) {
            ForgedForm form = forged("commands:flipSwitch", name + "?" + here + "&flag=many", flip("many", true));
            for (String method : List.of("GET", "HEAD")) {
                for (Map<String, String> sent : List.of(form.all(), form.withoutAjax())) {
                    RequestOptions options = RequestOptions.create().setMethod(method);
                    sent.forEach(options::setQueryParam);
                    assertThat(page.request().fetch(form.address(), options).status())
                            .as(name)
                            .isEqualTo(400);
                }
            }
            assertThat(HubContent.of(installation)).as(name).isEqualTo(before);
        }
    }

    /** The messages of an answer. */
    private static String message(String answer) {
        return answer.substring(Math.max(0, answer.indexOf("id=\"notices:toasts\"")));
    }

    private void add(String command, String path, String refusal, Map<String, String> fields) {
        entries.put(command, new Entry(path, fields, refusal, true));
    }

    /** A command that everybody may do: it changes something of one's own. */
    private void own(String command, String path, Map<String, String> fields) {
        entries.put(command, new Entry(path, fields, "", true));
    }

    /** A command that only shows something. */
    private void looks(String command, String path, Map<String, String> fields) {
        entries.put(command, new Entry(path, fields, "", false));
    }

    private ForgedForm forged(String command, String path, Map<String, String> fields) {
        return new ForgedForm(site.url() + "/" + path, command, fields);
    }

    private String list() {
        return "flags.xhtml?" + here;
    }

    private String flagPage(String name, String flag) {
        return name + ".xhtml?" + here + "&flag=" + flag;
    }

    private static Map<String, String> flip(String flag, boolean on) {
        return Map.of(
                "switchedFlag",
                flag,
                "switchedEnvironment",
                "production",
                "wanted",
                Boolean.toString(on),
                "reason",
                "");
    }

    private static Map<String, Object> rule(String id) {
        return Map.of("id", id, "name", id, "condition", PLAN, "outcome", Map.of("serve", "on"));
    }

    /** Makes a flag; answers its version. */
    private long flag(String key, Map<String, Object> more) {
        Map<String, Object> flag = new HashMap<>(Map.of("key", key, "type", "boolean"));
        flag.putAll(more);
        return hub.post("/projects/" + project + "/flags", flag).path("version").asLong();
    }

    private long version(String flag) {
        return hub.get("/projects/" + project + "/flags/" + flag)
                .path("version")
                .asLong();
    }

    private JsonNode change(String flag, Map<String, Object> instruction) {
        Map<String, Object> whole = new HashMap<>(instruction);
        whole.put("flag", flag);
        return hub.post(
                "/projects/" + project + "/changes", Map.of("environment", "production", "changes", List.of(whole)));
    }
}
