package dev.jackstaff.system;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What differs between runs: named values, and the patterns of all others. */
final class SurfaceValues {
    private static final Map<Pattern, String> PATTERNS = patterns();
    private static final Set<String> VOLATILE_HEADERS = Set.of(
            "etag",
            "jackstaff-revision",
            "jackstaff-snapshot-age",
            "jackstaff-sync-age",
            "age",
            "date",
            "last-modified",
            "ratelimit",
            "x-flagsmith-document-updated-at");
    private static final Set<String> SERVER_HEADERS = Set.of("server", "x-powered-by");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9_.-]{2,}|\\d");
    private static final int SHORTEST = 6;

    private final Map<String, String> values = new LinkedHashMap<>();

    private static Map<Pattern, String> patterns() {
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        patterns.put(Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+"), "<token>");
        patterns.put(Pattern.compile("jks_([a-z]+)_[A-Za-z0-9_-]+"), "<$1 secret>");
        patterns.put(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "<uuid>");
        patterns.put(Pattern.compile("20[2-9]\\d-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:?\\d\\d)"), "<time>");
        patterns.put(Pattern.compile("\\b[0-9a-f]{32,64}\\b"), "<hash>");
        patterns.put(Pattern.compile("\\b1[6-9]\\d{8}(\\d{3})?\\b"), "<epoch>");
        patterns.put(
                Pattern.compile(
                        "\"(revision(?:Id)?|projectRevision|age(?:Seconds)?|cache_size|\\w*time\\w*_ms|evaluation_time)\":[\\d.E-]+"),
                "\"$1\":<n>");
        patterns.put(Pattern.compile("\"revisions\":\\{[^{}]*}"), "\"revisions\":{<n>}");
        patterns.put(Pattern.compile("\"requestId\":\"[0-9a-f]+\""), "\"requestId\":\"<id>\"");
        patterns.put(Pattern.compile("\"(id|rule)\":\"[0-9a-f]{8}\""), "\"$1\":\"<id>\"");
        patterns.put(Pattern.compile("<\\?cursor=\\d+"), "<?cursor=<n>");
        patterns.put(Pattern.compile("\"id\":\\d+,\"at\""), "\"id\":<n>,\"at\"");
        patterns.put(Pattern.compile("\"next\":\"\\d+\""), "\"next\":\"<n>\"");
        patterns.put(Pattern.compile("ticket=[A-Za-z0-9_-]+"), "ticket=<ticket>");
        patterns.put(Pattern.compile("'nonce-[A-Za-z0-9+/=_-]+'"), "'nonce-<nonce>'");
        patterns.put(Pattern.compile("JACKSTAFF_SESSION=\\w+"), "JACKSTAFF_SESSION=<session>");
        patterns.put(Pattern.compile("grid jackstaff-\\w+"), "grid <name>");
        patterns.put(
                Pattern.compile(
                        "(\\{\"id\":\"<uuid>\",\"hash\":\"<hash>\",\"kind\":\"edge\",\"everywhere\":true})(,\\1)+"),
                "$1");
        patterns.put(Pattern.compile("(localhost|127\\.0\\.0\\.1):\\d+"), "$1:<port>");
        return patterns;
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    String key(SurfaceRequest request) {
        return request.key().equals(SurfaceRequest.WRONG_KEY)
                ? "jks_server_nobodyhasthiskey"
                : values.getOrDefault(request.key().toUpperCase(Locale.ROOT), "");
    }

    /** A text with the values for their names. */
    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** A text with the names for their values, and whatever else differs between runs made equal. */
    String normalize(String text) {
        String normalized = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (value.getValue().length() >= SHORTEST) {
                normalized = normalized.replace(value.getValue(), "${" + value.getKey() + "}");
            }
        }
        for (Map.Entry<Pattern, String> pattern : PATTERNS.entrySet()) {
            normalized = pattern.getKey().matcher(normalized).replaceAll(pattern.getValue());
        }
        return normalized;
    }

    String normalizeHeader(String name, String value) {
        if (VOLATILE_HEADERS.contains(name)) {
            return name + ": " + VARIABLE.matcher(value).replaceAll("*");
        }
        if (SERVER_HEADERS.contains(name)) {
            return name + ": " + value.replaceAll("\\d+\\.\\d+\\.\\d+.*", "<version>");
        }
        return name + ": " + normalize(value);
    }
}
