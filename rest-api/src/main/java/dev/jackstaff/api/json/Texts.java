package dev.jackstaff.api.json;

import java.nio.charset.StandardCharsets;

/** Which texts can be kept: those that are Unicode, without the null character, which PostgreSQL refuses. */
public final class Texts {
    static final String REFUSAL = "a text must not contain the null character, nor half a surrogate pair";

    private Texts() {}

    public static boolean storable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
