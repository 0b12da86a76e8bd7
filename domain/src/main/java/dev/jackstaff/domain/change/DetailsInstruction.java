package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.permission.Permission;
import java.util.List;
import java.util.Set;

/** An instruction about what people are told of a flag, and about who may see it. */
public sealed interface DetailsInstruction extends FlagInstruction {
    @Override
    default Permission permission() {
        return Permission.FLAG_DESCRIBE;
    }

    /** Sets the name, the description or the owner of a flag. */
    record SetText(FlagKey flag, Text field, String text) implements DetailsInstruction {
        /** The texts of a flag. */
        public enum Text {
            NAME,
            DESCRIPTION,
            OWNER
        }

        @Override
        public Set<DetailsField> fields() {
            return Set.of(new DetailsField(DetailsField.Part.valueOf(field.name()), ""));
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return switch (field) {
                case NAME -> present.withTexts(text, present.description(), present.owner());
                case DESCRIPTION -> present.withTexts(present.name(), text, present.owner());
                case OWNER -> present.withTexts(present.name(), present.description(), text);
            };
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            String old =
                    switch (field) {
                        case NAME -> present.name();
                        case DESCRIPTION -> present.description();
                        case OWNER -> present.owner();
                    };
            return old.equals(text) ? List.of() : List.of(new SetText(flag, field, old));
        }

        @Override
        public String sentence(FlagDetails present) {
            return switch (field) {
                case NAME -> "Name \"" + flag + "\" \"" + text + "\"";
                case DESCRIPTION -> "Change the description of \"" + flag + "\"";
                case OWNER ->
                    text.isBlank()
                            ? "Let nobody be responsible for \"" + flag + "\""
                            : "Make \"" + text + "\" responsible for \"" + flag + "\"";
            };
        }
    }

    /** Sets the purpose of a flag. */
    record SetKind(FlagKey flag, FlagKind kind) implements DetailsInstruction {
        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.KIND);
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return present.withLabels(kind, present.tags(), present.serverOnly());
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            return present.kind() == kind ? List.of() : List.of(new SetKind(flag, present.kind()));
        }

        @Override
        public String sentence(FlagDetails present) {
            return "Make \"" + flag + "\" a flag of kind " + kind.label();
        }
    }

    /** Sets the tags of a flag. */
    record SetTags(FlagKey flag, List<String> tags) implements DetailsInstruction {
        public SetTags {
            tags = List.copyOf(tags);
        }

        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.TAGS);
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return present.withLabels(present.kind(), tags, present.serverOnly());
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            return present.tags().equals(tags) ? List.of() : List.of(new SetTags(flag, present.tags()));
        }

        @Override
        public String sentence(FlagDetails present) {
            return tags.isEmpty()
                    ? "Remove all tags of \"" + flag + "\""
                    : "Tag \"" + flag + "\" with " + String.join(", ", tags);
        }
    }

    /** Hides a flag from client keys, or shows it to them. */
    record SetServerOnly(FlagKey flag, boolean serverOnly) implements DetailsInstruction {
        @Override
        public Permission permission() {
            return Permission.FLAG_UPDATE;
        }

        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.SERVER_ONLY);
        }

        @Override
        public FlagDetails apply(FlagDetails present) {
            return present.withLabels(present.kind(), present.tags(), serverOnly);
        }

        @Override
        public List<FlagInstruction> inverse(FlagDetails present) {
            return present.serverOnly() == serverOnly ? List.of() : List.of(new SetServerOnly(flag, !serverOnly));
        }

        @Override
        public String sentence(FlagDetails present) {
            return (serverOnly ? "Hide \"" + flag + "\" from" : "Show \"" + flag + "\" to") + " client keys";
        }
    }
}
