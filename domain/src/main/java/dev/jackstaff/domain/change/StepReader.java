package dev.jackstaff.domain.change;

import dev.jackstaff.domain.change.DetailsInstruction.SetKind;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.DetailsInstruction.SetText.Text;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.PrerequisiteInstruction.AddPrerequisite;
import dev.jackstaff.domain.change.PrerequisiteInstruction.RemovePrerequisite;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RuleListInstruction.MoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.RemoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.UpdateRule;
import dev.jackstaff.domain.change.RulePartInstruction.DescribeRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.change.RulePartInstruction.SetRuleCondition;
import dev.jackstaff.domain.change.RulePartInstruction.SetRuleOutcome;
import dev.jackstaff.domain.change.RulePartInstruction.SwitchRule;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.SetOffVariant;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.TraitInstruction.MarkStale;
import dev.jackstaff.domain.change.TraitInstruction.SetLinks;
import dev.jackstaff.domain.change.TraitInstruction.SetMetadata;
import dev.jackstaff.domain.change.TraitInstruction.SetSchema;
import dev.jackstaff.domain.change.ValueInstruction.ResetValue;
import dev.jackstaff.domain.change.ValueInstruction.SetValue;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.VariantInstruction.MoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.RemoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.UpdateVariant;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.FlagTraitsDocument;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reader of stored steps that edit a flag or its settings, or archive it, as {@link InstructionWriter} has written them. What is not in
 * that form is a defect, and refused by a runtime exception of no particular type.
 */
public final class StepReader {
    private final Map<String, JsonText> members;

    private StepReader(Map<String, JsonText> members) {
        this.members = members;
    }

    /** The steps of a JSON array. */
    public static List<ChangeStep> read(String array) {
        return DocumentReader.readWhole(array, reader -> reader.array(() -> members(reader))).stream()
                .map(members -> new StepReader(members).step())
                .toList();
    }

    private static Map<String, JsonText> members(DocumentReader reader) {
        Map<String, JsonText> members = new HashMap<>();
        reader.object(name -> {
            members.put(name, reader.json());
            return true;
        });
        return members;
    }

    private ChangeStep step() {
        InstructionType type = InstructionType.LABELS.find(text("type")).orElseThrow();
        String environment = textOrNull("environment");
        return new ChangeStep(
                instruction(type, new FlagKey(text("flag"))),
                environment == null ? null : new EnvironmentKey(environment));
    }

    private Instruction instruction(InstructionType type, FlagKey flag) {
        return switch (type) {
            case TURN_ON -> new Switch(flag, true);
            case TURN_OFF -> new Switch(flag, false);
            case SET_OFF_VARIANT -> new SetOffVariant(flag, textOrNull("variant"));
            case SET_FALLTHROUGH -> new SetFallthrough(flag, outcome());
            case ADD_RULE -> new AddRule(flag, definition(), textOrNull("before"));
            case UPDATE_RULE -> new UpdateRule(flag, definition());
            case MOVE_RULE -> new MoveRule(flag, text("rule"), textOrNull("before"));
            case REMOVE_RULE -> new RemoveRule(flag, text("rule"));
            case PAUSE_RULE -> new SwitchRule(flag, text("rule"), false);
            case RESUME_RULE -> new SwitchRule(flag, text("rule"), true);
            case SET_ROLLOUT -> new SetRollout(flag, text("rule"), document("rollout", DefinitionReader::rollout));
            case SET_RULE_OUTCOME -> new SetRuleOutcome(flag, text("rule"), outcome());
            case SET_RULE_CONDITION -> new SetRuleCondition(flag, text("rule"), condition());
            case DESCRIBE_RULE -> new DescribeRule(flag, text("rule"), text("name"), text("note"));
            case SET_VALUE -> new SetValue(flag, text("variant"), json("value"));
            case RESET_VALUE -> new ResetValue(flag, text("variant"));
            case RENAME -> new SetText(flag, Text.NAME, text("name"));
            case DESCRIBE -> new SetText(flag, Text.DESCRIPTION, text("description"));
            case SET_OWNER -> new SetText(flag, Text.OWNER, text("owner"));
            case SET_KIND ->
                new SetKind(flag, FlagKind.LABELS.find(text("kind")).orElseThrow());
            case SET_TAGS -> new SetTags(flag, document("tags", DocumentReader::strings));
            case SET_SERVER_ONLY -> new SetServerOnly(flag, document("serverOnly", DocumentReader::bool));
            case ADD_VARIANT -> new AddVariant(flag, variant(), textOrNull("before"));
            case UPDATE_VARIANT -> new UpdateVariant(flag, variant());
            case MOVE_VARIANT -> new MoveVariant(flag, text("variant"), textOrNull("before"));
            case REMOVE_VARIANT -> new RemoveVariant(flag, text("variant"));
            case ADD_PREREQUISITE -> new AddPrerequisite(flag, prerequisite(), textOrNull("before"));
            case REMOVE_PREREQUISITE -> new RemovePrerequisite(flag, text("prerequisite"));
            case SET_SCHEMA -> new SetSchema(flag, isNull("schema") ? null : json("schema"));
            case SET_METADATA -> new SetMetadata(flag, traits("metadata").metadata());
            case MARK_STALE -> new MarkStale(flag, true);
            case UNMARK_STALE -> new MarkStale(flag, false);
            case SET_LINKS -> new SetLinks(flag, traits("links").links());
            case ARCHIVE_FLAG -> new ArchiveFlag(flag);
            case UNARCHIVE_FLAG -> new UnarchiveFlag(flag);
            default -> throw new IllegalArgumentException(type.label() + " edits no flag");
        };
    }

    private JsonText member(String name) {
        return Optional.ofNullable(members.get(name)).orElseThrow(() -> new NoSuchElementException(name));
    }

    private String json(String name) {
        return member(name).json();
    }

    private <T> T document(String name, Function<DocumentReader, T> content) {
        return DocumentReader.readWhole(json(name), content);
    }

    private String text(String name) {
        return document(name, DocumentReader::string);
    }

    private boolean isNull(String name) {
        JsonText member = members.get(name);
        return member == null || member.json().equals("null");
    }

    private @Nullable String textOrNull(String name) {
        return isNull(name) ? null : text(name);
    }

    private RuleDefinition definition() {
        return document("definition", DefinitionReader::rule);
    }

    private OutcomeDefinition outcome() {
        return DefinitionReader.outcome(json("outcome"));
    }

    private ConditionDefinition condition() {
        return DefinitionReader.condition(json("condition"));
    }

    private VariantInput variant() {
        return new VariantInput(text("variant"), json("value"), text("description"));
    }

    private PrerequisiteDefinition prerequisite() {
        return new PrerequisiteDefinition(text("prerequisite"), document("variants", DocumentReader::strings));
    }

    private FlagTraits traits(String name) {
        return FlagTraitsDocument.read("{\"" + name + "\":" + json(name) + "}");
    }
}
