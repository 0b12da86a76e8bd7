package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagInstruction;
import dev.jackstaff.domain.change.FlagLifecycle;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentKey;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The things that one change is about, each found when it is first asked for. Settings are locked until the transaction
 * ends. Not thread-safe.
 */
final class ChangeTargets {
    private final ChangeStores stores;
    private final Project project;
    private final ProjectTarget projectTarget;
    private final Map<EnvironmentKey, EnvironmentTarget> environments = new LinkedHashMap<>();
    private final Map<SegmentKey, SegmentTarget> segments = new LinkedHashMap<>();
    private final Map<AttributeName, AttributeTarget> attributes = new LinkedHashMap<>();
    private final Map<FlagKey, FlagTarget> flags = new LinkedHashMap<>();
    private final Map<StateKey, StateTarget> states = new LinkedHashMap<>();

    private final Map<StateId, FlagState> read = new HashMap<>();
    private @Nullable List<Environment> allEnvironments;

    private record StateKey(FlagKey flag, EnvironmentKey environment) {}

    private record StateId(UUID flag, UUID environment) {}

    ChangeTargets(ChangeStores stores, Project project) {
        this.stores = stores;
        this.project = project;
        this.projectTarget = new ProjectTarget(stores, project);
    }

    ProjectTarget project() {
        return projectTarget;
    }

    /** Forgets which environments there are. */
    void forgetEnvironments() {
        allEnvironments = null;
    }

    EnvironmentTarget environment(EnvironmentKey key) {
        return environments.computeIfAbsent(
                key,
                absent -> new EnvironmentTarget(
                        stores, project, key, stores.projects.find(project, key).orElse(null)));
    }

    SegmentTarget segment(SegmentKey key) {
        return segments.computeIfAbsent(
                key,
                absent -> new SegmentTarget(
                        stores, project, key, stores.segments.find(project, key).orElse(null)));
    }

    AttributeTarget attribute(AttributeName name) {
        return attributes.computeIfAbsent(
                name,
                absent -> new AttributeTarget(
                        stores,
                        project,
                        name,
                        stores.attributes.find(project, name).orElse(null)));
    }

    FlagTarget flag(FlagKey key) {
        return flags.computeIfAbsent(
                key, absent -> flag(key, stores.flags.find(project, key).orElse(null)));
    }

    private FlagTarget flag(FlagKey key, @Nullable Flag flag) {
        return new FlagTarget(stores, project, this::allEnvironments, key, flag);
    }

    private List<Environment> allEnvironments() {
        List<Environment> known = allEnvironments;
        if (known == null) {
            known = stores.projects.environments(project);
            allEnvironments = known;
        }
        return known;
    }

    /** Adds settings that were read already, with their flag and environment. */
    void add(LockedSettings settings) {
        Flag flag = settings.flag();
        Environment environment = settings.environment();
        flags.put(flag.key(), flag(flag.key(), flag));
        environments.put(environment.key(), new EnvironmentTarget(stores, project, environment.key(), environment));
        read.put(new StateId(flag.id(), environment.id()), settings.state());
    }

    /** Reads at once what steps are about, however many they are. */
    void read(List<ChangeStep> steps) {
        Set<FlagKey> keys = new LinkedHashSet<>();
        Set<EnvironmentKey> places = new LinkedHashSet<>();
        for (ChangeStep step : steps) {
            if (step.instruction() instanceof StateInstruction one) {
                keys.add(one.flag());
                Optional.ofNullable(step.environment()).ifPresent(places::add);
            } else if (step.instruction() instanceof FlagInstruction one) {
                keys.add(one.flag());
            } else if (step.instruction() instanceof FlagLifecycle one) {
                keys.add(one.flag());
            }
        }
        if (keys.size() <= 1) {
            return;
        }
        Map<FlagKey, Flag> found =
                stores.flags.find(project, keys).stream().collect(Collectors.toMap(Flag::key, Function.identity()));
        keys.forEach(key -> flags.put(key, flag(key, found.get(key))));
        List<UUID> placesFound = allEnvironments().stream()
                .filter(environment -> places.contains(environment.key()))
                .map(Environment::id)
                .toList();
        if (!found.isEmpty() && !placesFound.isEmpty()) {
            stores.flags
                    .statesForUpdate(found.values().stream().map(Flag::id).toList(), placesFound)
                    .forEach(state -> read.put(new StateId(state.flagId(), state.environmentId()), state));
        }
    }

    /** The settings of a flag, which must exist and not be archived, in an environment, which must exist. */
    StateTarget state(FlagKey flagKey, EnvironmentKey environmentKey) {
        Flag flag = flag(flagKey).changeable();
        Environment environment = environment(environmentKey).existing();
        return states.computeIfAbsent(
                new StateKey(flagKey, environmentKey),
                absent -> new StateTarget(stores, project, environment, flag, state(flag, environment)));
    }

    private FlagState state(Flag flag, Environment environment) {
        FlagState known = read.get(new StateId(flag.id(), environment.id()));
        return known != null
                ? known
                : flag(flag.key())
                        .madeState(environment)
                        .orElseGet(() -> stores.flags.state(flag, environment, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Forgets the settings of a flag that is gone. */
    void forgetStates(FlagKey flag) {
        states.keySet().removeIf(key -> key.flag().equals(flag));
    }

    /** Forgets the settings in an environment that is gone. */
    void forgetStates(EnvironmentKey environment) {
        states.keySet().removeIf(key -> key.environment().equals(environment));
    }

    Collection<SegmentTarget> segments() {
        return segments.values();
    }

    Collection<AttributeTarget> attributes() {
        return attributes.values();
    }

    Collection<FlagTarget> flags() {
        return flags.values();
    }

    Collection<StateTarget> states() {
        return states.values();
    }

    /** What differs now: what is shared first, then the settings. */
    ChangeEffects effects() {
        ChangeEffects effects = new ChangeEffects();
        effects.addShared(projectTarget);
        environments.values().forEach(effects::addShared);
        segments.values().forEach(effects::addShared);
        attributes.values().forEach(effects::addShared);
        flags.values().forEach(effects::addShared);
        states.values().forEach(effects::addSettings);
        return effects;
    }
}
