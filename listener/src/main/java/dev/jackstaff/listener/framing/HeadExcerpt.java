package dev.jackstaff.listener.framing;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a request that is refused before it is whole: enough to refuse it in the form that its client reads.
 *
 * @param path the path of its target, without the query; {@code /} if it is not known
 * @param origin the value of {@code Origin}; empty if it is not known
 */
public record HeadExcerpt(String path, String origin) {
    private static final HeadExcerpt NOTHING = new HeadExcerpt("/", "");
    private static final Pattern PATH = Pattern.compile("[!-~]+ (/[!-~&&[^?]]*)");
    private static final Pattern ORIGIN =
            Pattern.compile("\r\norigin:[ \t]*([!-~]+)[ \t]*\r\n", Pattern.CASE_INSENSITIVE);

    /** The excerpt of bytes that begin with a head, which may be malformed or incomplete. */
    static HeadExcerpt of(byte[] bytes, int from, int count) {
        String text = new String(bytes, from, count, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end + 2);
        Matcher path = PATH.matcher(head);
        Matcher origin = ORIGIN.matcher(head);
        return new HeadExcerpt(
                path.lookingAt() ? path.group(1) : NOTHING.path, origin.find() ? origin.group(1) : NOTHING.origin);
    }
}
