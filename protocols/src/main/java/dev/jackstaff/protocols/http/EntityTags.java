package dev.jackstaff.protocols.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of {@code If-None-Match} (RFC 9110, section 13.1.2): weak comparison, lists and {@code *}. A compressed
 * representation has the tag of the plain one with the suffix {@code -gzip}; who has one has the other.
 */
public final class EntityTags {
    private static final String ANY = "*";
    private static final String WEAK = "W/";
    private static final String GZIP_END = "-gzip\"";

    private EntityTags() {}

    /**
     * Whether a client already has the content with a tag, in plain or compressed form.
     *
     * @param ifNoneMatch the request's header; null if it has none
     * @param tag of either form, quoted
     */
    public static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null || ifNoneMatch.equals(tag)) {
            return ifNoneMatch != null;
        }
        String wanted = plain(opaque(tag));
        for (String candidate : parse(ifNoneMatch)) {
            if (candidate.equals(ANY) || plain(candidate).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a client names exactly this tag; the comparison is weak. */
    public static boolean contains(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null && parse(ifNoneMatch).contains(opaque(tag));
    }

    /** The tag of the compressed form; a weak tag stays as it is. */
    public static String compressed(String tag) {
        return tag.startsWith(WEAK) || !tag.endsWith("\"") || tag.endsWith(GZIP_END)
                ? tag
                : tag.substring(0, tag.length() - 1) + GZIP_END;
    }

    /** The tags in a header, without marks of weakness; a tag may contain commas. Also tags without quotes. */
    public static List<String> parse(String header) {
        List<String> tags = new ArrayList<>();
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                add(header.substring(begin, i), tags);
                begin = i + 1;
            }
        }
        add(header.substring(begin), tags);
        return tags;
    }

    private static void add(String element, List<String> tags) {
        String tag = opaque(element.strip());
        if (!tag.isEmpty()) {
            tags.add(tag);
        }
    }

    /** The tag of the plain form. */
    public static String plain(String tag) {
        return tag.endsWith(GZIP_END) ? tag.substring(0, tag.length() - GZIP_END.length()) + '"' : tag;
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
