package dev.jackstaff.api.change;

import dev.jackstaff.domain.Labels;
import java.util.Locale;
import java.util.Set;

/** The types of instructions in the API, each with the members that it takes beside the flag. */
enum InstructionType {
    TURN_ON,
    TURN_OFF,
    SET_OFF_VARIANT("variant"),
    SET_FALLTHROUGH("outcome"),
    ADD_RULE("definition", "before"),
    UPDATE_RULE("rule", "definition"),
    MOVE_RULE("rule", "before"),
    REMOVE_RULE("rule"),
    PAUSE_RULE("rule"),
    RESUME_RULE("rule"),
    SET_ROLLOUT("rule", "rollout"),
    RENAME("name"),
    DESCRIBE("description"),
    SET_OWNER("owner"),
    SET_KIND("kind"),
    SET_TAGS("tags"),
    SET_SERVER_ONLY("serverOnly"),
    ADD_VARIANT("variant", "value", "description", "before"),
    UPDATE_VARIANT("variant", "value", "description"),
    REMOVE_VARIANT("variant"),
    ADD_PREREQUISITE("prerequisite", "variants", "before"),
    REMOVE_PREREQUISITE("prerequisite");

    static final Labels<InstructionType> LABELS = Labels.of(values(), InstructionType::label);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> members;

    InstructionType(String... members) {
        this.members = Set.of(members);
    }

    /** The name in the API, such as {@code turn-on}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean takes(String member) {
        return members.contains(member);
    }
}
