package dev.jackstaff.api.change;

import dev.jackstaff.domain.change.InstructionType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of instructions and their members, for the description of the API. */
public final class InstructionMembers {
    private InstructionMembers() {}

    /** The members that a type takes beside its name and the flag, by the label of the type. */
    public static Map<String, List<String>> byType() {
        Map<String, List<String>> members = new LinkedHashMap<>();
        List<String> all = Arrays.stream(InstructionBody.class.getRecordComponents())
                .map(component -> component.getName())
                .toList();
        for (InstructionType type : InstructionType.values()) {
            members.put(type.label(), all.stream().filter(type::takes).toList());
        }
        return members;
    }
}
