package dev.jackstaff.protocols.unleash.http;

import org.jspecify.annotations.Nullable;

/** The revision in a client's tag: {@code "7"}, {@code W/"7"} or {@code 7}. */
final class RevisionTag {
    private static final int MAX_DIGITS = 18;

    private RevisionTag() {}

    /** The revision; {@link DeltaView.ClientState#NONE} if a text names none. */
    static long parse(@Nullable String text) {
        if (text == null) {
            return DeltaView.ClientState.NONE;
        }
        String number = text.strip();
        number = number.startsWith("W/") ? number.substring(2) : number;
        if (number.length() > 2 && number.startsWith("\"") && number.endsWith("\"")) {
            number = number.substring(1, number.length() - 1);
        }
        boolean digits = !number.isEmpty()
                && number.length() <= MAX_DIGITS
                && number.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return digits ? Long.parseLong(number) : DeltaView.ClientState.NONE;
    }
}
