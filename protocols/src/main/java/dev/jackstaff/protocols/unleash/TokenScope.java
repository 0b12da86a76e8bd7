package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.EnvironmentAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an Unleash token shows: the features of some projects, as one environment has them.
 *
 * @param projects at least one; {@code *} stands for all
 */
public record TokenScope(SortedSet<String> projects, String environment) {
    private static final String ALL = "*";
    private static final String SEVERAL = "[]";

    public TokenScope {
        if (projects.isEmpty() || environment.isEmpty()) {
            throw new IllegalArgumentException("a token shows a project, and an environment");
        }
        projects = Collections.unmodifiableSortedSet(new TreeSet<>(projects.contains(ALL) ? List.of(ALL) : projects));
    }

    /** Some projects; all, where none is named. */
    public static TokenScope of(Collection<String> projects, String environment) {
        return new TokenScope(new TreeSet<>(projects.isEmpty() ? List.of(ALL) : projects), environment);
    }

    /**
     * What a token says of itself, {@code project:environment.secret}; empty where it says nothing, or names more projects
     * than it shows.
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

    /** Whether whoever has all that this shows has all that the other shows. */
    public boolean covers(TokenScope other) {
        return environment.equals(other.environment) && (coversAllProjects() || projects.containsAll(other.projects));
    }

    /** Whether it shows all projects. */
    public boolean coversAllProjects() {
        return projects.contains(ALL);
    }

    /** Whether it shows a feature. */
    public boolean shows(RawFeaturesDocument.RawFeature feature) {
        return coversAllProjects() || projects.contains(feature.project());
    }

    /** Its projects in one text, as the snapshot of what it shows has them. */
    public String project() {
        return String.join(",", projects);
    }

    /** The key of the snapshot of what it shows. */
    public String key() {
        return new EnvironmentAddress(project(), environment).toString();
    }

    /** What a document of what it shows says that it was asked for. */
    public FeaturesDocument.Query query() {
        return new FeaturesDocument.Query(List.copyOf(projects), environment, null, false);
    }
}
