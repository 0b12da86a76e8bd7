package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.project.boundary.EnvironmentView;
import java.util.List;

/**
 * How an environment is marked on pages.
 *
 * @param colour {@code production}, or one of six colours, for {@code data-env}
 */
public record EnvironmentMark(String key, String name, boolean production, String colour) {
    private static final String PRODUCTION = "production";

    /** The marks of a project's environments, in their order. */
    public static List<EnvironmentMark> of(List<EnvironmentView> environments) {
        return environments.stream().map(EnvironmentMark::of).toList();
    }

    private static EnvironmentMark of(EnvironmentView environment) {
        return new EnvironmentMark(
                environment.key().value(),
                environment.name(),
                environment.production(),
                environment.production() ? PRODUCTION : environment.colour().label());
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    public boolean isProduction() {
        return production;
    }

    public String getColour() {
        return colour;
    }
}
