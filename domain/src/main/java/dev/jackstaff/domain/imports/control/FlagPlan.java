package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagValidator;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.flag.CompilationProblem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The flags of an import as they will be stored, and those that are refused. A refusal concerns its flag alone, and the
 * flags that require it. Not thread-safe.
 */
final class FlagPlan {
    private final ImportTarget target;
    private final SegmentPlan segments;
    private final Map<FlagKey, PlannedFlag> planned = new LinkedHashMap<>();
    private final Map<FlagKey, Flag> probes = new LinkedHashMap<>();
    private final Map<FlagKey, String> refused = new LinkedHashMap<>();

    FlagPlan(ImportTarget target, SegmentPlan segments, List<ImportedFlag> batch) {
        this.target = target;
        this.segments = segments;
        merge(batch);
        FlagValidator validator = validator();
        checkAll(planned.keySet(), key -> checkSettings(key, validator));
        Set<FlagKey> unchecked = Set.copyOf(planned.keySet());
        while (!unchecked.isEmpty()) {
            unchecked = dependentsOf(checkPrerequisites(unchecked));
        }
    }

    private void merge(List<ImportedFlag> batch) {
        Map<String, Set<String>> required = target.requiredVariants();
        Map<String, FlagMerge> merges = new LinkedHashMap<>();
        for (ImportedFlag flag : batch) {
            String key = flag.key().value();
            attempt(
                    flag.key(),
                    () -> merges.put(key, FlagMerge.of(flag, target, required.getOrDefault(key, Set.of()))));
        }
        merges.values()
                .forEach(merge -> attempt(merge.imported().key(), () -> {
                    PlannedFlag flag = merge.plan(merges, segments.keys());
                    probes.put(flag.key(), flag.probe(target.project()));
                    planned.put(flag.key(), flag);
                }));
    }

    private void attempt(FlagKey key, Runnable step) {
        try {
            step.run();
        } catch (DomainException refusal) {
            refused.put(key, refusal.sentence());
        }
    }

    private FlagValidator validator() {
        Map<FlagKey, Flag> all = new LinkedHashMap<>(target.flags());
        all.putAll(probes);
        return new FlagValidator(
                all.values().stream().filter(flag -> !flag.archived()).toList(),
                segments.graph().definitions());
    }

    /** Removes the flags that a check refuses, and returns them. */
    private Set<FlagKey> checkAll(Set<FlagKey> keys, Consumer<FlagKey> check) {
        Set<FlagKey> before = Set.copyOf(refused.keySet());
        keys.forEach(key -> attempt(key, () -> check.accept(key)));
        planned.keySet().removeAll(refused.keySet());
        probes.keySet().removeAll(refused.keySet());
        return refused.keySet().stream().filter(key -> !before.contains(key)).collect(Collectors.toSet());
    }

    private Set<FlagKey> checkPrerequisites(Set<FlagKey> keys) {
        FlagValidator validator = validator();
        return checkAll(keys, key -> {
            Violations violations = new Violations();
            validator.checkPrerequisites(probe(key), violations);
            violations.throwIfAny();
        });
    }

    private void checkSettings(FlagKey key, FlagValidator validator) {
        PlannedFlag flag = planned(key);
        segments.refuseReferences(flag.importedSegments());
        Flag probe = probe(key);
        Violations violations = new Violations();
        validator.checkDecision(probe, flag.settings(), violations);
        violations.throwIfAny();
        Flag existing = flag.existing();
        if (existing != null && !existing.content().equals(probe.content())) {
            target.elsewhere().getOrDefault(existing.id(), Map.of()).forEach((environment, state) -> validator
                    .findProblem(probe, state.settings())
                    .ifPresent(problem -> refuseInvalid(environment, problem)));
        }
    }

    private static void refuseInvalid(EnvironmentKey environment, CompilationProblem problem) {
        throw new DomainException.Conflict(
                "it would become invalid in environment \"" + environment + "\": " + problem.message());
    }

    private Set<FlagKey> dependentsOf(Set<FlagKey> parents) {
        Set<String> keys = parents.stream().map(FlagKey::value).collect(Collectors.toSet());
        return planned.values().stream()
                .filter(flag -> flag.requiresAnyOf(keys))
                .map(PlannedFlag::key)
                .collect(Collectors.toSet());
    }

    private PlannedFlag planned(FlagKey key) {
        return Objects.requireNonNull(planned.get(key), key.value());
    }

    private Flag probe(FlagKey key) {
        return Objects.requireNonNull(probes.get(key), key.value());
    }

    /** The flags to store. */
    Collection<PlannedFlag> planned() {
        return planned.values();
    }

    /** The results of the refused flags. */
    Map<FlagKey, ImportResult> refusals() {
        Map<FlagKey, ImportResult> results = new LinkedHashMap<>();
        refused.forEach((key, reason) ->
                results.put(key, ImportResult.refused(target.flag(key).isPresent(), reason)));
        return results;
    }
}
