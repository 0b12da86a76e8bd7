package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.RuleIds;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.imports.ImportBatch;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import dev.jackstaff.domain.segment.entity.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps that store what an import plans, and the result of each item in the order of the batch. Not thread-safe. */
public final class ImportSteps {
    private final ImportTarget target;
    private final List<ChangeStep> steps = new ArrayList<>();
    private final Map<SegmentKey, ImportResult> segments = new LinkedHashMap<>();
    private final Map<FlagKey, ImportResult> flags = new LinkedHashMap<>();

    /** The steps for a batch; nothing is changed yet. */
    public ImportSteps(ImportTarget target, ImportBatch batch) {
        this.target = target;
        SegmentPlan segmentPlan = new SegmentPlan(target, batch.segments());
        batch.segments().forEach(segment -> segments.put(segment.key(), add(segmentPlan, segment.key())));
        FlagPlan flagPlan = new FlagPlan(target, segmentPlan, batch.flags());
        Map<FlagKey, ImportResult> results = flagPlan.refusals();
        flagPlan.planned()
                .forEach(planned -> results.put(planned.key(), new ImportResult(add(planned), planned.notes())));
        for (ImportedFlag flag : batch.flags()) {
            ImportResult result = results.get(flag.key());
            if (result != null) {
                flags.put(flag.key(), result);
            }
        }
    }

    private ImportResult add(SegmentPlan plan, SegmentKey imported) {
        NewSegment planned = plan.planned(imported);
        return planned == null ? plan.refusal(imported) : new ImportResult(add(planned), plan.notes(imported));
    }

    private ImportOutcome add(NewSegment planned) {
        Segment existing = target.segments().get(planned.key().value());
        if (existing == null) {
            steps.add(new ChangeStep(new CreateSegment(planned.key(), planned.details()), null));
            return ImportOutcome.CREATED;
        }
        List<ChangeStep> difference = ChangeStep.of(InstructionsBetween.segment(
                planned.key(), existing.details(), planned.details().named(planned.key())));
        steps.addAll(difference);
        return difference.isEmpty() ? ImportOutcome.UNCHANGED : ImportOutcome.UPDATED;
    }

    private ImportOutcome add(PlannedFlag planned) {
        FlagKey key = planned.key();
        Flag existing = planned.existing();
        List<ChangeStep> difference = new ArrayList<>();
        if (existing == null) {
            steps.add(new ChangeStep(new CreateFlag(key, planned.details()), null));
        } else {
            FlagDetails wanted = FlagEditor.content(key, planned.details()).details(existing.type());
            difference.addAll(ChangeStep.of(InstructionsBetween.details(key, existing.details(), wanted)));
        }
        FlagStateDetails present = (existing == null
                        ? FlagSettings.initial(planned.probe(target.project()))
                        : target.settings(existing))
                .details();
        FlagStateDetails wanted = planned.settings().details();
        difference.addAll(ChangeStep.in(
                target.environment().key(),
                InstructionsBetween.settings(
                        key, present, wanted.withRules(RuleIds.identify(wanted.rules(), present.rules())))));
        steps.addAll(difference);
        return existing == null
                ? ImportOutcome.CREATED
                : difference.isEmpty() ? ImportOutcome.UNCHANGED : ImportOutcome.UPDATED;
    }

    public List<ChangeStep> steps() {
        return List.copyOf(steps);
    }

    /** The result of each segment. */
    public Map<SegmentKey, ImportResult> segments() {
        return segments;
    }

    /** The result of each flag. */
    public Map<FlagKey, ImportResult> flags() {
        return flags;
    }
}
