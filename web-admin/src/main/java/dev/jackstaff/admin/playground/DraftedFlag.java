package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.Stages;
import dev.jackstaff.domain.draft.boundary.Drafts;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.boundary.FlagWithStates;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The only flag that is asked for, with the reader's drafts of it. */
@RequestScoped
class DraftedFlag {
    @Inject
    Here here;

    @Inject
    AskedFlags asked;

    @Inject
    Drafts drafts;

    @Inject
    Flags flags;

    private @Nullable List<DraftView> all;
    private @Nullable FlagWithStates saved;

    /** Whether there is a draft of what all environments share. */
    boolean isShared() {
        return draft(null).isPresent();
    }

    /** Whether there is a draft of the settings in an environment. */
    boolean isIn(String environment) {
        return draft(new EnvironmentKey(environment)).isPresent();
    }

    /** The flags that it needs with the draft. */
    List<String> needed() {
        return isShared()
                ? details().prerequisites().stream()
                        .map(PrerequisiteDefinition::flag)
                        .toList()
                : List.of();
    }

    /** What is served in an environment with the drafts, in place of a definition. */
    FlagDefinition in(String environment, FlagDefinition present) {
        FlagDetails details = details();
        FlagStateDetails settings = settings(new EnvironmentKey(environment));
        return new FlagDefinition(
                present.key(),
                present.type(),
                settings.enabled(),
                details.serverOnly(),
                settings.values().appliedTo(present.type(), details.typedVariants()).stream()
                        .map(FlagVariant::definition)
                        .toList(),
                settings.offVariant(),
                settings.fallthrough(),
                details.prerequisites(),
                settings.rules(),
                present.bucketing(),
                details.traits().metadata());
    }

    private FlagDetails details() {
        FlagDetails present = saved().flag().details();
        return draft(null)
                .map(draft -> drafted(() -> draft.appliedTo(present), () -> drafts.stages(here.projectKey(), key())))
                .orElse(present);
    }

    private FlagStateDetails settings(EnvironmentKey environment) {
        FlagStateDetails present = saved().state(environment).details();
        return draft(environment)
                .map(draft -> drafted(
                        () -> draft.appliedTo(present), () -> drafts.stages(here.projectKey(), key(), environment)))
                .orElse(present);
    }

    /** What is there now with the draft; as it was when the draft was begun, if that cannot be applied to it any more. */
    private static <S> S drafted(Supplier<S> applied, Supplier<Optional<Stages<S>>> stages) {
        try {
            return applied.get();
        } catch (DomainException.Conflict | DomainException.Invalid unfit) {
            return stages.get().orElseThrow().drafted();
        }
    }

    private Optional<DraftView> draft(@Nullable EnvironmentKey environment) {
        if (all == null) {
            all = asked.one().isEmpty() ? List.of() : drafts.findOfFlag(here.projectKey(), key());
        }
        return all.stream()
                .filter(draft -> Objects.equals(draft.environment(), environment))
                .findFirst();
    }

    private FlagWithStates saved() {
        if (saved == null) {
            saved = flags.getWithStates(here.projectKey(), key());
        }
        return saved;
    }

    private FlagKey key() {
        return new FlagKey(asked.one());
    }
}
