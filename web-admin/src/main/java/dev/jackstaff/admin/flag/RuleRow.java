package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.admin.sentence.RuleSentence;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;

/**
 * A rule as the flag page shows it.
 *
 * @param number its place, from 1
 * @param edited whether the draft changes it
 * @param open whether it is being edited
 */
public record RuleRow(RuleDefinition rule, int number, boolean edited, boolean open, VariantColours colours) {
    public String getId() {
        return rule.id();
    }

    public int getNumber() {
        return number;
    }

    public boolean isEdited() {
        return edited;
    }

    public boolean isOpen() {
        return open;
    }

    public boolean isPaused() {
        return !rule.enabled();
    }

    /** What people call the rule, and their note about it. */
    public String getNote() {
        return rule.name().isEmpty() || rule.note().isEmpty()
                ? rule.name() + rule.note()
                : rule.name() + ". " + rule.note();
    }

    public List<Piece> getSentence() {
        return RuleSentence.of(rule, colours);
    }

    /** The rule in JSON, for the form in which it is edited. */
    public String getJson() {
        return DefinitionWriter.rule(rule);
    }
}
