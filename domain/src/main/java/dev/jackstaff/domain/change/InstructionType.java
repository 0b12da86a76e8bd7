package dev.jackstaff.domain.change;

import dev.jackstaff.domain.Labels;
import java.util.Locale;
import java.util.Set;

/** The types of instructions, by their names in the API, each with the members that it takes. */
public enum InstructionType {
    TURN_ON(Subject.STATE),
    TURN_OFF(Subject.STATE),
    SET_OFF_VARIANT(Subject.STATE, "variant"),
    SET_FALLTHROUGH(Subject.STATE, "outcome"),
    ADD_RULE(Subject.STATE, "definition", "before"),
    UPDATE_RULE(Subject.STATE, "rule", "definition"),
    MOVE_RULE(Subject.STATE, "rule", "before"),
    REMOVE_RULE(Subject.STATE, "rule"),
    PAUSE_RULE(Subject.STATE, "rule"),
    RESUME_RULE(Subject.STATE, "rule"),
    SET_ROLLOUT(Subject.STATE, "rule", "rollout"),
    SET_RULE_OUTCOME(Subject.STATE, "rule", "outcome"),
    SET_RULE_CONDITION(Subject.STATE, "rule", "condition"),
    DESCRIBE_RULE(Subject.STATE, "rule", "name", "note"),
    SET_VALUE(Subject.STATE, "variant", "value"),
    RESET_VALUE(Subject.STATE, "variant"),
    RENAME(Subject.FLAG, "name"),
    DESCRIBE(Subject.FLAG, "description"),
    SET_OWNER(Subject.FLAG, "owner"),
    SET_KIND(Subject.FLAG, "kind"),
    SET_TAGS(Subject.FLAG, "tags"),
    SET_SERVER_ONLY(Subject.FLAG, "serverOnly"),
    ADD_VARIANT(Subject.FLAG, "variant", "value", "description", "before"),
    UPDATE_VARIANT(Subject.FLAG, "variant", "value", "description"),
    MOVE_VARIANT(Subject.FLAG, "variant", "before"),
    REMOVE_VARIANT(Subject.FLAG, "variant"),
    ADD_PREREQUISITE(Subject.FLAG, "prerequisite", "variants", "before"),
    REMOVE_PREREQUISITE(Subject.FLAG, "prerequisite"),
    SET_SCHEMA(Subject.FLAG, "schema"),
    SET_METADATA(Subject.FLAG, "metadata"),
    SET_LINKS(Subject.FLAG, "links"),
    MARK_STALE(Subject.FLAG),
    UNMARK_STALE(Subject.FLAG),
    CREATE_FLAG(Subject.FLAG, "details"),
    ARCHIVE_FLAG(Subject.FLAG),
    UNARCHIVE_FLAG(Subject.FLAG),
    DELETE_FLAG(Subject.FLAG, "force"),
    RESTORE_FLAG(Subject.FLAG, "id"),
    CREATE_SEGMENT(Subject.SEGMENT, "name", "description", "condition"),
    RENAME_SEGMENT(Subject.SEGMENT, "name"),
    DESCRIBE_SEGMENT(Subject.SEGMENT, "description"),
    SET_CONDITION(Subject.SEGMENT, "condition"),
    DELETE_SEGMENT(Subject.SEGMENT),
    RESTORE_SEGMENT(Subject.SEGMENT, "id"),
    CREATE_ATTRIBUTE(Subject.ATTRIBUTE, "valueType", "description", "values"),
    SET_ATTRIBUTE_TYPE(Subject.ATTRIBUTE, "valueType"),
    DESCRIBE_ATTRIBUTE(Subject.ATTRIBUTE, "description"),
    SET_ATTRIBUTE_VALUES(Subject.ATTRIBUTE, "values"),
    DELETE_ATTRIBUTE(Subject.ATTRIBUTE),
    CREATE_ENVIRONMENT(Subject.ENVIRONMENT, "name", "production", "sortOrder", "colour"),
    RENAME_ENVIRONMENT(Subject.ENVIRONMENT, "name"),
    SET_PRODUCTION(Subject.ENVIRONMENT, "production"),
    SET_SORT_ORDER(Subject.ENVIRONMENT, "sortOrder"),
    SET_COLOUR(Subject.ENVIRONMENT, "colour"),
    DELETE_ENVIRONMENT(Subject.ENVIRONMENT, "force"),
    RENAME_PROJECT(Subject.PROJECT, "name"),
    DESCRIBE_PROJECT(Subject.PROJECT, "description");

    /** What an instruction is about. */
    public enum Subject {
        /** A flag in an environment; the change may say which environment for all of its instructions. */
        STATE("flag", "environment"),
        FLAG("flag"),
        SEGMENT("segment"),
        ATTRIBUTE("attribute"),
        ENVIRONMENT("environment"),
        PROJECT;

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<String> members;

        Subject(String... members) {
            this.members = Set.of(members);
        }
    }

    public static final Labels<InstructionType> LABELS = Labels.of(values(), InstructionType::label);

    private final Subject subject;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> members;

    InstructionType(Subject subject, String... members) {
        this.subject = subject;
        this.members = Set.of(members);
    }

    /** Its name, such as {@code turn-on}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is about. */
    public Subject subject() {
        return subject;
    }

    /** Whether it has a member of this name. */
    public boolean takes(String member) {
        return members.contains(member) || subject.members.contains(member);
    }
}
