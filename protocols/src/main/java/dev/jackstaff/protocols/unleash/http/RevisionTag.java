package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.EntityTags;
import org.jspecify.annotations.Nullable;

/** The revision in a client's tags, each as {@code "7"}, {@code "7-gzip"}, {@code W/"7"} or {@code 7}. */
final class RevisionTag {
    private static final int MAX_DIGITS = 18;

    private RevisionTag() {}

    /** The latest revision in a list of tags; {@link DeltaView.ClientState#NONE} if it names none. */
    static long parse(@Nullable String tags) {
        return tags == null
                ? DeltaView.ClientState.NONE
                : EntityTags.parse(tags).stream()
                        .mapToLong(RevisionTag::revision)
                        .max()
                        .orElse(DeltaView.ClientState.NONE);
    }

    private static long revision(String tag) {
        String number = EntityTags.plain(tag);
        if (number.length() > 2 && number.startsWith("\"") && number.endsWith("\"")) {
            number = number.substring(1, number.length() - 1);
        }
        boolean digits = !number.isEmpty()
                && number.length() <= MAX_DIGITS
                && number.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return digits ? Long.parseLong(number) : DeltaView.ClientState.NONE;
    }
}
