package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.Violation;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message bundle of the pages. */
public final class MessageBundle {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jackstaff.admin.messages", Locale.ROOT);

    /** A part of a list, and a member of it: {@code rules[2].outcome}. */
    private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\[(\\d{1,9})](?:\\.(.+))?");

    private MessageBundle() {}

    /** The text of this key with its arguments filled in. */
    public static String format(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }

    /** What is wrong with a field, in the words of the pages. */
    public static String words(Violation violation) {
        return new Violation(fieldLabel(violation.field()), violation.message()).toString();
    }

    /** The label of a domain field; its own name if there is no label. */
    static String fieldLabel(String name) {
        Matcher element = ELEMENT.matcher(name);
        if (element.matches() && BUNDLE.containsKey("field." + element.group(1) + ".one")) {
            String part = format("field." + element.group(1) + ".one", Integer.parseInt(element.group(2)) + 1);
            String member = element.group(3);
            return member == null ? part : part + ", " + fieldLabel(member);
        }
        String key = "field." + name;
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : name;
    }
}
