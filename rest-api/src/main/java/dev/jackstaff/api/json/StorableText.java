package dev.jackstaff.api.json;

import java.nio.charset.StandardCharsets;

/** Which texts can be kept: those that are Unicode, without the null character, which PostgreSQL refuses. */
public final class StorableText {
    static final String REFUSAL_MESSAGE = "a text must not contain the null character, nor half a surrogate pair";

    private StorableText() {}

    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
