package dev.jackstaff.api.json;

import java.nio.charset.StandardCharsets;

/** The check that PostgreSQL can store a text: it is valid Unicode without the null character. */
public final class StorableText {
    static final String REFUSAL_MESSAGE = "a text must not contain the null character or an unpaired surrogate";

    private StorableText() {}

    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
