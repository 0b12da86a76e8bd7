package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagLink;
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
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reader of stored steps that edit a flag or its settings, or archive it, as {@link InstructionWriter} has written
 * them. What is not in that form is a defect, and refused by a runtime exception of no particular type.
 */
public final class StepReader implements InstructionMembers {
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

    @Override
    public String rule() {
        return text("rule");
    }

    @Override
    public RuleDefinition changedRule() {
        return definition();
    }

    @Override
    public RuleDefinition definition() {
        return document("definition", DefinitionReader::rule);
    }

    @Override
    public OutcomeDefinition outcome() {
        return DefinitionReader.outcome(json("outcome"));
    }

    @Override
    public ConditionDefinition condition() {
        return DefinitionReader.condition(json("condition"));
    }

    @Override
    public RolloutDefinition rollout() {
        return document("rollout", DefinitionReader::rollout);
    }

    @Override
    public String variant() {
        return text("variant");
    }

    @Override
    public @Nullable String variantOrNull() {
        return textOrNull("variant");
    }

    @Override
    public VariantInput variantInput() {
        return new VariantInput(variant(), value(), description());
    }

    @Override
    public @Nullable String before() {
        return textOrNull("before");
    }

    @Override
    public String value() {
        return json("value");
    }

    @Override
    public String name() {
        return text("name");
    }

    @Override
    public String note() {
        return text("note");
    }

    @Override
    public String description() {
        return text("description");
    }

    @Override
    public String owner() {
        return text("owner");
    }

    @Override
    public FlagKind kind() {
        return FlagKind.LABELS.find(text("kind")).orElseThrow();
    }

    @Override
    public List<String> tags() {
        return document("tags", DocumentReader::strings);
    }

    @Override
    public boolean serverOnly() {
        return document("serverOnly", DocumentReader::bool);
    }

    @Override
    public PrerequisiteDefinition needed() {
        return new PrerequisiteDefinition(prerequisite(), document("variants", DocumentReader::strings));
    }

    @Override
    public String prerequisite() {
        return text("prerequisite");
    }

    @Override
    public @Nullable String schema() {
        return isNull("schema") ? null : json("schema");
    }

    @Override
    public Map<String, String> metadata() {
        return traits("metadata").metadata();
    }

    @Override
    public List<FlagLink> links() {
        return traits("links").links();
    }

    private FlagTraits traits(String name) {
        return FlagTraitsDocument.read("{\"" + name + "\":" + json(name) + "}");
    }
}
