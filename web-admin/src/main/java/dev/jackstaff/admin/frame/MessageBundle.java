package dev.jackstaff.admin.frame;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages, by key. */
public final class MessageBundle {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jackstaff.admin.messages", Locale.ROOT);

    private MessageBundle() {}

    /** The text of this key with its arguments filled in. */
    public static String format(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }

    /** What pages call a field of the domain; its own name where they have no other. */
    static String fieldLabel(String name) {
        String key = "field." + name;
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : name;
    }
}
