package dev.jackstaff.api.openapi;

import dev.jackstaff.api.change.InstructionMembers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What the schema of instructions says of their types: which there are, and which members each takes. */
final class InstructionDescription {
    private InstructionDescription() {}

    static void addTo(NamedSchemas schemas) {
        Map<String, List<String>> members = InstructionMembers.byType();
        Schema instruction = schemas.get("InstructionBody");
        instruction.setDescription("One thing that is to be changed. Members by type: "
                + members.entrySet().stream()
                        .map(type -> type.getKey() + (type.getValue().isEmpty() ? " (none)" : " " + type.getValue()))
                        .collect(Collectors.joining("; "))
                + ".");
        instruction.getProperties().forEach((member, property) -> {
            String types = members.entrySet().stream()
                    .filter(type -> type.getValue().contains(member))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            if (!types.isEmpty() && property.getRef() == null) {
                property.setDescription("Of " + types);
            }
        });
    }
}
