package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.project.boundary.EnvironmentView;
import java.util.ArrayList;
import java.util.List;

/**
 * How an environment is marked on pages.
 *
 * @param colour {@code production}, or one of six colours, for {@code data-env}
 */
public record EnvironmentMark(String key, String name, boolean production, String colour) {
    private static final List<String> COLOURS = List.of("violet", "teal", "blue", "pink", "lime", "slate");
    private static final String PRODUCTION = "production";

    /** The marks of a project's environments, in their order. */
    public static List<EnvironmentMark> of(List<EnvironmentView> environments) {
        List<EnvironmentMark> marks = new ArrayList<>();
        int others = 0;
        for (EnvironmentView environment : environments) {
            String colour = environment.production() ? PRODUCTION : COLOURS.get(others++ % COLOURS.size());
            marks.add(new EnvironmentMark(
                    environment.key().value(), environment.name(), environment.production(), colour));
        }
        return marks;
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
