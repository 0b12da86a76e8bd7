package dev.jackstaff.admin.history;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.admin.sentence.RuleSentence;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagInstruction;
import dev.jackstaff.domain.change.InstructionWriter;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.RuleInstruction;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.project.EnvironmentKey;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between a flag, with its settings in an environment, at two times. */
public class HistoryComparison {
    private final FlagKey flag;
    private final EnvironmentKey environment;
    private final Side from;
    private final Side to;
    private final VariantColours colours;

    /**
     * A flag with its settings at a time.
     *
     * @param projectRevision since when all environments share this; 0 for now, or if it is not recorded
     * @param details null if they are not recorded
     * @param revision of the environment since when its settings are these; 0 if they are not recorded
     * @param settings null if they are not recorded
     */
    record Side(
            long projectRevision, @Nullable FlagDetails details, long revision, @Nullable FlagStateDetails settings) {
        static Side now(FlagView flag, FlagStateView state) {
            return new Side(0, flag.details(), 0, state.details());
        }
    }

    HistoryComparison(FlagKey flag, EnvironmentKey environment, Side from, Side to, VariantColours colours) {
        this.flag = flag;
        this.environment = environment;
        this.from = from;
        this.to = to;
        this.colours = colours;
    }

    /** Which revisions are compared. */
    public String getTitle() {
        return to.revision() == 0
                ? MessageBundle.format("history.compare.now", number(from))
                : MessageBundle.format("history.compare.two", number(from), number(to));
    }

    private static String number(Side side) {
        return side.revision() == 0 ? MessageBundle.format("history.noRevision") : String.valueOf(side.revision());
    }

    /** Whether the older one has settings that can be restored. */
    public boolean isRestorable() {
        return from.revision() > 0 || from.projectRevision() > 0;
    }

    /** What differs in the settings. */
    public List<HistoryDifference> getSettings() {
        FlagStateDetails present = from.settings();
        FlagStateDetails wanted = to.settings();
        List<HistoryDifference> found = new ArrayList<>();
        if (present != null && wanted != null) {
            FlagStateDetails before = present;
            for (StateInstruction instruction : InstructionsBetween.settings(flag, present, wanted)) {
                FlagStateDetails after = instruction.apply(present);
                found.add(new HistoryDifference(
                        instruction.sentence(present, before),
                        pieces(instruction, before),
                        pieces(instruction, after)));
                present = after;
            }
        }
        return found;
    }

    private List<Piece> pieces(StateInstruction instruction, FlagStateDetails settings) {
        if (instruction instanceof SetFallthrough) {
            return RuleSentence.ofFallthrough(settings.fallthrough(), colours);
        }
        if (instruction instanceof RuleInstruction one) {
            return settings.rules().stream()
                    .filter(rule -> rule.id().equals(one.rule()))
                    .findFirst()
                    .map(rule -> RuleSentence.of(rule, colours))
                    .orElse(List.of());
        }
        return List.of();
    }

    /** What differs of what all environments share. */
    public List<HistoryDifference> getDetails() {
        FlagDetails present = from.details();
        FlagDetails wanted = to.details();
        List<HistoryDifference> found = new ArrayList<>();
        if (present != null && wanted != null) {
            for (FlagInstruction instruction : InstructionsBetween.details(flag, present, wanted)) {
                found.add(new HistoryDifference(instruction.sentence(present), List.of(), List.of()));
                present = instruction.apply(present);
            }
        }
        return found;
    }

    /** The instructions that make the later one of the older, as JSON. */
    public String getTechnical() {
        List<ChangeStep> steps = new ArrayList<>();
        FlagDetails details = from.details();
        FlagDetails otherDetails = to.details();
        if (details != null && otherDetails != null) {
            steps.addAll(ChangeStep.of(InstructionsBetween.details(flag, details, otherDetails)));
        }
        FlagStateDetails settings = from.settings();
        FlagStateDetails otherSettings = to.settings();
        if (settings != null && otherSettings != null) {
            steps.addAll(ChangeStep.in(environment, InstructionsBetween.settings(flag, settings, otherSettings)));
        }
        String array = InstructionWriter.write(steps);
        return RecordedStep.pretty(Json.createReader(new StringReader(array)).readArray());
    }

    public boolean isSame() {
        return getSettings().isEmpty() && getDetails().isEmpty();
    }

    Side from() {
        return from;
    }
}
