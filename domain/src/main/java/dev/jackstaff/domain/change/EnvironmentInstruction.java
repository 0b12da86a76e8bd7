package dev.jackstaff.domain.change;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentColour;
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
            return present.withName(name);
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
            return present.withProduction(production);
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
            return present.withSortOrder(sortOrder);
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

    /** Sets the colour by which people know an environment again. */
    record SetColour(EnvironmentKey environment, EnvironmentColour colour) implements EnvironmentInstruction {
        @Override
        public Set<EnvironmentField> fields() {
            return Set.of(EnvironmentField.COLOUR);
        }

        @Override
        public EnvironmentDetails apply(EnvironmentDetails present) {
            return present.withColour(colour);
        }

        @Override
        public List<EnvironmentInstruction> inverse(EnvironmentDetails present) {
            return present.colour() == colour ? List.of() : List.of(new SetColour(environment, present.colour()));
        }

        @Override
        public String sentence(EnvironmentDetails present) {
            return "Make the environment \"" + environment + "\" " + colour.label();
        }
    }
}
