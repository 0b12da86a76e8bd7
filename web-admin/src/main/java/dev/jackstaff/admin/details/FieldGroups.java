package dev.jackstaff.admin.details;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a refusal says of members of a list, said of the field of the form that has the whole list. */
final class FieldGroups {
    private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\[(\\d+)](?:[.](\\w+))?");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)[.](.+)");

    private FieldGroups() {}

    /**
     * A refusal about fields of a form.
     *
     * @param fields the field of the form by the name of a list or an object
     */
    static DomainException.Invalid grouped(DomainException.Invalid refusal, Map<String, String> fields) {
        return new DomainException.Invalid(refusal.violations().stream()
                .map(violation -> grouped(violation, fields))
                .toList());
    }

    private static Violation grouped(Violation violation, Map<String, String> fields) {
        Matcher element = ELEMENT.matcher(violation.field());
        if (element.matches() && fields.containsKey(group(element, 1))) {
            int number = Integer.parseInt(group(element, 2)) + 1;
            String place = MessageBundle.format("field.element", number, group(element, 3));
            return said(fields, group(element, 1), place, violation);
        }
        Matcher member = MEMBER.matcher(violation.field());
        if (member.matches() && fields.containsKey(group(member, 1))) {
            return said(fields, group(member, 1), group(member, 2), violation);
        }
        return violation;
    }

    /** A group of a match; empty if it has none. */
    private static String group(Matcher matcher, int number) {
        String found = matcher.group(number);
        return found == null ? "" : found;
    }

    private static Violation said(Map<String, String> fields, String list, String place, Violation violation) {
        return new Violation(fields.getOrDefault(list, list), place.strip() + " " + violation.message());
    }
}
