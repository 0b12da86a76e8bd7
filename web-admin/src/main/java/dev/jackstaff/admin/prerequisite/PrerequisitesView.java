package dev.jackstaff.admin.prerequisite;

import dev.jackstaff.admin.flag.FlagDraft;
import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.boundary.FlagQuery;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.flag.boundary.Prerequisites;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The flags that the flag of the page needs, with the reader's draft, and all that depends on each other around it. */
@Named
@RequestScoped
public class PrerequisitesView {
    /** Stands for the key of a flag that is not needed yet. */
    private static final String NEW = "new flag";

    private static final int OFFERED = 20;

    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagDraft draft;

    @Inject
    Flags flags;

    @Inject
    Prerequisites prerequisites;

    private final LazyValue<PrerequisiteGraph> graph = new LazyValue<>(this::readGraph);
    private final LazyValue<Optional<FlagView>> chosen = new LazyValue<>(this::readChosen);
    private final LazyValue<PrerequisiteDiagram> diagram =
            new LazyValue<>(() -> new PrerequisiteDiagram(frame.graph(), here.environmentKey()));
    private String open = "";
    private String typed = "";
    private List<String> picked = List.of();
    private String problem = "";

    private List<PrerequisiteDefinition> drafted() {
        return draft.details().prerequisites();
    }

    private PrerequisiteGraph readGraph() {
        List<String> more = drafted().stream()
                .map(PrerequisiteDefinition::flag)
                .filter(key -> frame.graph().node(key).isEmpty())
                .toList();
        return more.isEmpty() ? frame.graph() : prerequisites.around(here.projectKey(), frame.key(), more);
    }

    /** The flags that are needed, with the draft. */
    public List<NeededFlag> getNeeded() {
        List<PrerequisiteDefinition> saved = frame.getFlag().prerequisites();
        return drafted().stream()
                .map(needed -> new NeededFlag(
                        needed,
                        graph.get(here).verdict(needed, here.environmentKey()),
                        !saved.contains(needed),
                        needed.flag().equals(open)))
                .toList();
    }

    /** The flags that are needed, and by the draft no more. */
    public List<String> getRemoved() {
        List<String> kept = drafted().stream().map(PrerequisiteDefinition::flag).toList();
        return frame.getFlag().prerequisites().stream()
                .map(PrerequisiteDefinition::flag)
                .filter(key -> !kept.contains(key))
                .toList();
    }

    public boolean isAdding() {
        return open.equals(NEW);
    }

    /** What is typed as the key of the flag that is added. */
    public String getTyped() {
        return typed;
    }

    /** What is wrong with that; empty if nothing is. */
    public String getProblem() {
        return problem;
    }

    /** The keys of flags that have what is typed in them. */
    public List<String> getOffered() {
        return flags.list(here.projectKey(), new FlagQuery(typed, false, false, "", OFFERED)).items().stream()
                .map(flag -> flag.key().value())
                .filter(key -> !key.equals(frame.getKey()))
                .toList();
    }

    /** The keys of the variants of the flag that is chosen; none if there is no such flag. */
    public List<String> getVariants() {
        return chosen.get(here).stream()
                .flatMap(flag -> flag.variants().stream())
                .map(FlagVariant::key)
                .toList();
    }

    private Optional<FlagView> readChosen() {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(flags.get(here.projectKey(), new FlagKey(typed)));
        } catch (DomainException.NotFound | DomainException.Invalid unknown) {
            return Optional.empty();
        }
    }

    /** Whether a variant of the chosen flag is one of those that are wanted. */
    public boolean isPicked(String variant) {
        return picked.contains(variant);
    }

    /** The flags that are needed, the nearest first. */
    public List<RelatedFlag> getAbove() {
        return related(-1);
    }

    /** The flags that need this one, the nearest first. */
    public List<RelatedFlag> getBelow() {
        return related(1);
    }

    private List<RelatedFlag> related(int direction) {
        return frame.graph().nodes().stream()
                .filter(node -> Integer.signum(node.depth()) == direction)
                .map(node -> RelatedFlag.of(frame.graph(), node, here.environmentKey()))
                .toList();
    }

    /** How many flags there are beside those that are shown. */
    public int getMore() {
        return frame.graph().total() - frame.graph().nodes().size();
    }

    public PrerequisiteDiagram getDiagram() {
        return diagram.get(here);
    }

    /** Opens the form of a flag that is needed: the parameter {@code needed} is its key, or empty for another one. */
    public void edit() {
        typed = here.parameter("needed");
        open = typed.isEmpty() ? NEW : typed;
        picked = drafted().stream()
                .filter(needed -> needed.flag().equals(typed))
                .flatMap(needed -> needed.variants().stream())
                .toList();
    }

    /** Closes the form. */
    public void close() {
        open = "";
    }

    /** Finds flags by what is typed in the form of a new one. */
    public void find() {
        typed = here.parameter("neededFlag").strip();
        open = NEW;
    }

    /** Puts what is typed into the draft; the form stays open if that is no flag that can be needed. */
    public void put() {
        typed = here.parameter("neededFlag").strip();
        picked = here.parameter("neededVariants").lines().toList();
        boolean added = !here.parameter("adding").isEmpty();
        problem = problem(added);
        if (!problem.isEmpty()) {
            open = added ? NEW : typed;
            return;
        }
        PrerequisiteDefinition wanted = new PrerequisiteDefinition(typed, picked);
        FlagDetails present = draft.details();
        List<PrerequisiteDefinition> all = new ArrayList<>(present.prerequisites());
        all.replaceAll(needed -> needed.flag().equals(typed) ? wanted : needed);
        if (added) {
            all.add(wanted);
        }
        draft.edit(present.withPrerequisites(all));
    }

    private String problem(boolean added) {
        if (chosen.get(here).isEmpty()) {
            return MessageBundle.format("needed.unknown");
        }
        if (typed.equals(frame.getKey())) {
            return MessageBundle.format("needed.itself");
        }
        if (added && drafted().stream().anyMatch(needed -> needed.flag().equals(typed))) {
            return MessageBundle.format("needed.twice");
        }
        boolean circle = frame.graph().nodes().stream()
                .anyMatch(node -> node.depth() > 0 && node.key().value().equals(typed));
        return circle ? MessageBundle.format("needed.circle", typed, frame.getKey()) : "";
    }

    /** Lets the flag no longer need the one whose key is the parameter {@code needed}. */
    public void remove() {
        FlagDetails present = draft.details();
        draft.edit(present.withPrerequisites(present.prerequisites().stream()
                .filter(needed -> !needed.flag().equals(here.parameter("needed")))
                .toList()));
    }
}
