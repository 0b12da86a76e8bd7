package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.entity.Segment;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An environment that an import changes, and what its project has before. The caller holds the project's lock.
 *
 * @param flags all flags of the project, archived ones too
 * @param segments all segments of the project
 * @param states the state of each flag in the environment
 * @param elsewhere the states of each flag in the other environments
 */
public record ImportTarget(
        Project project,
        Environment environment,
        Map<FlagKey, Flag> flags,
        Map<String, Segment> segments,
        Map<UUID, FlagState> states,
        Map<UUID, Map<EnvironmentKey, FlagState>> elsewhere) {
    public ImportTarget {
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
        states = Map.copyOf(states);
        elsewhere = Map.copyOf(elsewhere);
    }

    Optional<Flag> flag(FlagKey key) {
        return Optional.ofNullable(flags.get(key));
    }

    /** The settings of a flag in the environment. */
    FlagSettings settings(Flag flag) {
        return Objects.requireNonNull(states.get(flag.id()), flag.key().value()).settings();
    }

    /** The use of a flag in the other environments. */
    FlagUse useElsewhere(Flag flag) {
        return FlagUse.of(flag, elsewhere.getOrDefault(flag.id(), Map.of()));
    }

    /** The segments that decide in other environments, each with one of those; parts of such segments too. */
    Map<String, EnvironmentKey> segmentsInUseElsewhere() {
        Map<String, EnvironmentKey> used = new LinkedHashMap<>();
        elsewhere
                .values()
                .forEach(states -> states.forEach((environmentKey, state) -> state.settings()
                        .rules()
                        .forEach(rule -> addWithParts(rule.condition(), environmentKey, used))));
        return used;
    }

    private void addWithParts(
            ConditionDefinition condition, EnvironmentKey environmentKey, Map<String, EnvironmentKey> used) {
        Deque<String> open = new ArrayDeque<>(DefinitionReferences.segmentsOf(condition));
        while (!open.isEmpty()) {
            String key = open.remove();
            if (used.putIfAbsent(key, environmentKey) == null) {
                Optional.ofNullable(segments.get(key))
                        .ifPresent(segment -> open.addAll(DefinitionReferences.segmentsOf(segment.condition())));
            }
        }
    }

    /** The variants of a flag that flags of the project require as a prerequisite. */
    Map<String, Set<String>> requiredVariants() {
        return flags.values().stream()
                .flatMap(flag -> flag.prerequisites().stream())
                .collect(Collectors.toMap(
                        prerequisite -> prerequisite.flag(),
                        prerequisite -> Set.copyOf(prerequisite.variants()),
                        ImportTarget::union));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** The flags that are neither archived nor in a batch. */
    public List<FlagKey> flagsOutside(List<ImportedFlag> batch) {
        Set<FlagKey> imported = batch.stream().map(ImportedFlag::key).collect(Collectors.toSet());
        return flags.values().stream()
                .filter(flag -> !flag.archived() && !imported.contains(flag.key()))
                .map(Flag::key)
                .toList();
    }

    static <K, V> Map<K, V> byKey(List<V> items, Function<V, K> key) {
        return items.stream()
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
