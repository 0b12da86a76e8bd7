package dev.jackstaff.admin.frame;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages, by key. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jackstaff.admin.messages", Locale.ROOT);

    private Texts() {}

    /** The text of this key with its arguments filled in. */
    public static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }
}
