package dev.jackstaff.listener.framing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The check of a request's path: RFC 3986, sections 2.1 and 5.2.4. The server answers paths that fail it without asking
 * the application, some of them with an empty 200.
 */
final class RequestTarget {
    private static final int ESCAPE_LENGTH = 3;
    private static final int HEX = 16;

    private RequestTarget() {}

    /**
     * Refuses a path that the server cannot decode, or that leads out of the root.
     *
     * @param path as it was sent, each character one byte
     */
    static void check(String path) throws FramingException {
        if (isPlain(path)) {
            return;
        }
        String decoded = decoded(path);
        if (decoded.indexOf('\0') >= 0 || decoded.indexOf('\\') >= 0) {
            throw new FramingException("the path has a character that no path may have");
        }
        if (decoded.contains("/.")) {
            checkDots(decoded);
        }
    }

    /** Whether it decodes to itself, as nearly all paths do. */
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '%' || character == '\\' || character == '.' || character > '~') {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String path) throws FramingException {
        byte[] bytes = new byte[path.length()];
        int count = 0;
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '%') {
                bytes[count++] = (byte) escaped(path, i);
                i += ESCAPE_LENGTH - 1;
            } else {
                bytes[count++] = (byte) character;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, count))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new FramingException("the path is not encoded as UTF-8");
        }
    }

    private static int escaped(String path, int percent) throws FramingException {
        int high = percent + 1 < path.length() ? Character.digit(path.charAt(percent + 1), HEX) : -1;
        int low = percent + 2 < path.length() ? Character.digit(path.charAt(percent + 2), HEX) : -1;
        if (high < 0 || low < 0) {
            throw new FramingException("the path has a % that two hexadecimal digits do not follow");
        }
        return high * HEX + low;
    }

    private static void checkDots(String path) throws FramingException {
        int depth = 0;
        boolean first = true;
        for (String segment : path.substring(1).split("/", -1)) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (name.equals("..")) {
                depth--;
            } else if (!name.isEmpty() && !name.equals(".")) {
                depth++;
            }
            if (depth < 0 || (first && name.equals(".") && path.indexOf('/', 1) < 0)) {
                throw new FramingException("the path leads out of the root");
            }
            first = false;
        }
    }
}
