package dev.jackstaff.listener.framing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields that decide about the framing of a request, or about the connection. */
enum HeadField {
    CONTENT_LENGTH(true),
    TRANSFER_ENCODING(true),
    TRAILER(true),
    EXPECT(true),
    UPGRADE(true),
    HTTP2_SETTINGS(true),
    HOST(false),
    CONNECTION(false);

    private static final int LOWER_CASE = 0x20;
    private static final HeadField[] ALL = values();

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final byte[] name =
            name().toLowerCase(Locale.ROOT).replace('_', '-').getBytes(StandardCharsets.US_ASCII);

    private final boolean rewritten;

    HeadField(boolean rewritten) {
        this.rewritten = rewritten;
    }

    /** Whether a head that is rewritten lacks this field, or has another one instead. */
    boolean isRewritten() {
        return rewritten;
    }

    /** The field with a name in any case; null if it is another. */
    static @Nullable HeadField of(byte[] bytes, int from, int end) {
        for (HeadField field : ALL) {
            if (field.name.length == end - from && field.isNamed(bytes, from)) {
                return field;
            }
        }
        return null;
    }

    private boolean isNamed(byte[] bytes, int from) {
        for (int i = 0; i < name.length; i++) {
            int character = bytes[from + i];
            int lower = character >= 'A' && character <= 'Z' ? character | LOWER_CASE : character;
            if (lower != name[i]) {
                return false;
            }
        }
        return true;
    }
}
