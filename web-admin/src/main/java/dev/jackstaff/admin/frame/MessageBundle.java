package dev.jackstaff.admin.frame;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The message bundle of the pages. */
public final class MessageBundle {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jackstaff.admin.messages", Locale.ROOT);

    private MessageBundle() {}

    /** The text of this key with its arguments filled in. */
    public static String format(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }

    /** The label of a domain field; its own name if there is no label. */
    static String fieldLabel(String name) {
        String key = "field." + name;
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : name;
    }
}
