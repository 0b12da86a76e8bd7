package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class UnleashST {
    private final FortyFlags flags;

    UnleashST(Installation installation) {
        this.flags = FortyFlags.in(installation, "unleash-clients");
    }

    @Test
    void forty() {
        assertThat(flags.answers(flags.contexts().get(0))).hasSize(40);
        assertThat(flags.clientAnswers(flags.contexts().get(0))).hasSize(39);
        System.out.println(flags.fidelity("unleash"));
        System.out.println(flags.fidelity("flagsmith"));
        for (var context : flags.contexts()) {
            System.out.println(context);
            flags.answers(context).values().forEach(System.out::println);
        }
    }
}
