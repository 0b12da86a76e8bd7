package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.EnvironmentAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The scope of an Unleash token: the features of some projects in one environment.
 *
 * @param projects at least one; {@code *} stands for all
 */
public record TokenScope(SortedSet<String> projects, String environment) {
    private static final String ALL = "*";
    private static final String SEVERAL = "[]";
    private static final String SEPARATOR = ",";

    public TokenScope {
        if (projects.isEmpty() || environment.isEmpty()) {
            throw new IllegalArgumentException("a token must name a project and an environment");
        }
        projects = Collections.unmodifiableSortedSet(new TreeSet<>(projects.contains(ALL) ? List.of(ALL) : projects));
    }

    /** A scope of the given projects; of all, if none is named. */
    public static TokenScope of(Collection<String> projects, String environment) {
        return new TokenScope(new TreeSet<>(projects.isEmpty() ? List.of(ALL) : projects), environment);
    }

    /**
     * The scope that a token names in its form {@code project:environment.secret}; empty if it has another
     * form or names all environments.
     */
    public static Optional<TokenScope> parse(String token) {
        int colon = token.indexOf(':');
        int point = token.indexOf('.', colon + 1);
        if (colon < 1 || point < colon + 2) {
            return Optional.empty();
        }
        String project = token.substring(0, colon);
        String environment = token.substring(colon + 1, point);
        return environment.equals(ALL)
                ? Optional.empty()
                : Optional.of(of(project.equals(SEVERAL) ? List.of() : List.of(project), environment));
    }

    /** The scope with this key of a snapshot. */
    public static TokenScope ofKey(String key) {
        EnvironmentAddress address = EnvironmentAddress.parse(key);
        return of(List.of(address.project().split(SEPARATOR)), address.environment());
    }

    /** Whether this scope includes everything in the other. */
    public boolean covers(TokenScope other) {
        return environment.equals(other.environment) && (coversAllProjects() || projects.containsAll(other.projects));
    }

    /** Whether this scope includes all projects. */
    public boolean coversAllProjects() {
        return projects.contains(ALL);
    }

    /** Whether this scope includes a feature. */
    public boolean shows(RawFeaturesDocument.RawFeature feature) {
        return coversAllProjects() || projects.contains(feature.project());
    }

    /** The projects as one text, the project of the scope's snapshot. */
    public String project() {
        return String.join(SEPARATOR, projects);
    }

    /** The key of the scope's snapshot. */
    public String key() {
        return new EnvironmentAddress(project(), environment).toString();
    }

    /** The query of the scope's features document. */
    public FeaturesDocument.Query query() {
        return new FeaturesDocument.Query(List.copyOf(projects), environment, null, false);
    }
}
