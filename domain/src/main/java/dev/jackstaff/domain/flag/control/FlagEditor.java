package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The creation and change of flags. The caller holds the project's lock, and checks what is broken. */
@ApplicationScoped
public class FlagEditor {
    @Inject
    FlagStore flags;

    @Inject
    Clock clock;

    /** A flag that was made, with its state in each environment. */
    public record MadeFlag(Flag flag, List<FlagState> states) {
        public MadeFlag {
            states = List.copyOf(states);
        }

        /** The state in an environment, if there is one. */
        public Optional<FlagState> state(Environment environment) {
            return states.stream()
                    .filter(state -> state.environmentId().equals(environment.id()))
                    .findFirst();
        }
    }

    /** Creates a flag with these details, off in every environment. */
    public MadeFlag create(Project project, List<Environment> environments, FlagKey key, FlagDetails details) {
        return add(new Flag(project, key, details.type(), content(key, details)), environments);
    }

    /** Adds a flag that does not exist yet, off in every environment. */
    public MadeFlag add(Flag flag, List<Environment> environments) {
        flags.add(flag.createdAt(clock.instant()));
        List<FlagState> states = new ArrayList<>();
        for (Environment environment : environments) {
            states.add(new FlagState(flag, environment, clock.instant()));
        }
        states.forEach(flags::add);
        return new MadeFlag(flag, states);
    }

    /** Updates a flag. */
    public Flag.Effect update(Flag flag, FlagDetails details) {
        flag.refuseOtherType(details.type());
        flag.refuseOtherBucketing(details.traits().bucketing());
        return flag.update(content(flag.key(), details), clock.instant());
    }

    /** The content that details describe; Invalid if they break a rule that needs no other flag to be checked. */
    public static FlagContent content(FlagKey key, FlagDetails details) {
        Violations violations = new Violations();
        FlagContent content = new FlagContentParser(key, details, violations).parse();
        violations.throwIfAny();
        return content;
    }
}
