package dev.jackstaff.admin.details;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.flag.FlagDetails;

/** What is said of a field of a form that the draft has got a value for from another window. */
final class MeanwhileText {
    private static final int MAX_LENGTH = 60;

    private MeanwhileText() {}

    static String of(SettingsField field, FlagDetails present) {
        return switch (field) {
            case LINKS, METADATA -> MessageBundle.format("meanwhile.changed");
            case KIND ->
                MessageBundle.format(
                        "meanwhile.to",
                        MessageBundle.format("kind." + present.kind().label()));
            case NAME, DESCRIPTION, OWNER, TAGS, SERVER_ONLY, STALE -> of(field.text(present));
        };
    }

    /** What is said of a field whose text is this now. */
    static String of(String present) {
        return present.isEmpty()
                ? MessageBundle.format("meanwhile.emptied")
                : MessageBundle.format("meanwhile.to", "\"" + shortened(present) + "\"");
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= MAX_LENGTH ? text : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }
}
