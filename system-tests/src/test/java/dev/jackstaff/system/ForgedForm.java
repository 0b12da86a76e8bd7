package dev.jackstaff.system;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as a page would send it, made by hand in somebody's session: with a command whether or not the page offers it.
 *
 * @param address the page, with its parameters
 * @param command the client id of the command: {@code commands:flipSwitch}
 */
record ForgedForm(String address, String command, Map<String, String> fields) {
    static final String NONCE = "primefaces.nonce";

    private static final Pattern REDIRECT = Pattern.compile("<redirect url=\"([^\"]*)\"");

    /** All fields, as a browser would send them with AJAX. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        String form = command.replaceFirst(":.*", "");
        all.put("jakarta.faces.partial.ajax", "true");
        all.put("jakarta.faces.source", command);
        all.put("jakarta.faces.partial.execute", "@all");
        all.put("jakarta.faces.partial.render", "page");
        all.put("jakarta.faces.ViewState", "stateless");
        all.put(
                NONCE,
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
        all.put(form, form);
        all.put(command, command);
        all.putAll(fields);
        return all;
    }

    /** All fields, as a browser would send them without a script. */
    Map<String, String> withoutAjax() {
        Map<String, String> some = all();
        some.keySet().removeIf(name -> name.startsWith("jakarta.faces.") && !name.endsWith("ViewState"));
        return some;
    }

    APIResponse send(Page session) {
        return send(session, all(), Map.of("Sec-Fetch-Site", "same-origin"));
    }

    APIResponse send(Page session, Map<String, String> sent, Map<String, String> headers) {
        FormData form = FormData.create();
        sent.forEach(form::set);
        RequestOptions options = RequestOptions.create()
                .setForm(form)
                .setMaxRedirects(0)
                .setHeader("Faces-Request", "partial/ajax")
                .setHeader("Referer", address);
        headers.forEach(options::setHeader);
        return session.request().post(address, options);
    }

    /** What the person who sent it reads then: the answer, or the page that it leads to. */
    static String read(Page session, APIResponse answer) {
        Matcher redirect = REDIRECT.matcher(answer.text());
        if (!redirect.find()) {
            return answer.text();
        }
        String host = answer.url().replaceFirst("^(https?://[^/]*).*", "$1");
        return session.request()
                .get(host + redirect.group(1).replace("&amp;", "&"))
                .text();
    }
}
