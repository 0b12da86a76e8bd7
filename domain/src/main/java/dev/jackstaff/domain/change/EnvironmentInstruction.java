package dev.jackstaff.domain.change;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.List;
import java.util.Set;

/** An instruction about the details of an environment. */
public sealed interface EnvironmentInstruction extends Edit<EnvironmentDetails> {
    EnvironmentKey environment();

    @Override
    default String subject() {
        return "environments/" + environment();
    }

    @Override
    default Permission permission() {
        return Permission.ENVIRONMENT_UPDATE;
    }

    @Override
    List<EnvironmentInstruction> inverse(EnvironmentDetails present);

    /** Sets the name of an environment. */
    record RenameEnvironment(EnvironmentKey environment, String name) implements EnvironmentInstruction {
        @Override
        public Set<EnvironmentField> fields() {
            return Set.of(EnvironmentField.NAME);
        }

        @Override
        public EnvironmentDetails apply(EnvironmentDetails present) {
            return new EnvironmentDetails(name, present.production(), present.sortOrder());
        }

        @Override
        public List<EnvironmentInstruction> inverse(EnvironmentDetails present) {
            return present.name().equals(name)
                    ? List.of()
                    : List.of(new RenameEnvironment(environment, present.name()));
        }

        @Override
        public String sentence(EnvironmentDetails present) {
            return "Name the environment \"" + environment + "\" \"" + name + "\"";
        }
    }

    /** Says whether an environment is used in production. */
    record SetProduction(EnvironmentKey environment, boolean production) implements EnvironmentInstruction {
        @Override
        public Set<EnvironmentField> fields() {
            return Set.of(EnvironmentField.PRODUCTION);
        }

        @Override
        public EnvironmentDetails apply(EnvironmentDetails present) {
            return new EnvironmentDetails(present.name(), production, present.sortOrder());
        }

        @Override
        public List<EnvironmentInstruction> inverse(EnvironmentDetails present) {
            return present.production() == production
                    ? List.of()
                    : List.of(new SetProduction(environment, !production));
        }

        @Override
        public String sentence(EnvironmentDetails present) {
            return "Mark the environment \"" + environment + "\" as " + (production ? "" : "not ")
                    + "used in production";
        }
    }

    /** Sets the position of an environment among those of its project, lowest first. */
    record SetSortOrder(EnvironmentKey environment, int sortOrder) implements EnvironmentInstruction {
        @Override
        public Set<EnvironmentField> fields() {
            return Set.of(EnvironmentField.SORT_ORDER);
        }

        @Override
        public EnvironmentDetails apply(EnvironmentDetails present) {
            return new EnvironmentDetails(present.name(), present.production(), sortOrder);
        }

        @Override
        public List<EnvironmentInstruction> inverse(EnvironmentDetails present) {
            return present.sortOrder() == sortOrder
                    ? List.of()
                    : List.of(new SetSortOrder(environment, present.sortOrder()));
        }

        @Override
        public String sentence(EnvironmentDetails present) {
            return "Move the environment \"" + environment + "\" to position " + sortOrder;
        }
    }
}
