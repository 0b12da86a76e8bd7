package dev.jackstaff.admin.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeLogTest {
    private final ChangeLog log = new ChangeLog();

    @Test
    void namesTheFlagsThatWereChangedSinceARevision() {
        log.remember(at(1, flag("a", true), flag("b", true), flag("c", true)));
        assertThat(log.changedSince(at(2, flag("a", false), flag("b", true), flag("c", true)), 1))
                .contains(Set.of("a"));
        assertThat(log.changedSince(at(3, flag("a", false), flag("d", true), flag("c", true)), 2))
                .contains(Set.of("b", "d"));

        assertThat(log.changedSince(at(3, flag("a", false), flag("d", true), flag("c", true)), 1))
                .contains(Set.of("a", "b", "d"));
        assertThat(log.changedSince(at(3, flag("a", false), flag("d", true), flag("c", true)), 3))
                .contains(Set.of());
    }

    @Test
    void namesNoneOfARevisionThatItDoesNotKnow() {
        assertThat(log.changedSince(at(7, flag("a", true)), 5)).isEmpty();
        log.remember(at(8, flag("a", false)));

        assertThat(log.changedSince(at(8, flag("a", false)), 6)).isEmpty();
        assertThat(log.changedSince(at(8, flag("a", false)), 7)).contains(Set.of("a"));
    }

    @Test
    void namesNoneIfThereAreTooMany() {
        log.remember(at(1, flags(true)));

        assertThat(log.changedSince(at(2, flags(false)), 1)).isEmpty();
    }

    @Test
    void remembersABoundedNumberOfRevisions() {
        log.remember(at(1, flag("a", true)));
        for (int revision = 2; revision <= ChangeLog.REMEMBERED + 10; revision++) {
            log.remember(at(revision, flag("a", revision % 2 == 0)));
        }
        ServedEnvironment now = at(ChangeLog.REMEMBERED + 10, flag("a", true));

        assertThat(log.changedSince(now, 10)).contains(Set.of("a"));
        assertThat(log.changedSince(now, 9)).isEmpty();
    }

    private static FlagDefinition[] flags(boolean enabled) {
        return IntStream.rangeClosed(0, ChangeLog.NAMED)
                .mapToObj(i -> flag("flag-" + i, enabled))
                .toArray(FlagDefinition[]::new);
    }

    private static FlagDefinition flag(String key, boolean enabled) {
        return new FlagDefinition(
                key,
                ValueType.BOOLEAN,
                enabled,
                false,
                List.of(new VariantDefinition("on", Value.of(true))),
                null,
                new OutcomeDefinition.Serve("on"),
                List.of(),
                List.of(),
                FlagDefinition.NATIVE_BUCKETING);
    }

    private static ServedEnvironment at(long revision, FlagDefinition... flags) {
        return ServedEnvironment.of(new Snapshot(
                "shop",
                "production",
                "id",
                revision,
                Instant.EPOCH,
                Stream.of(flags).toList(),
                List.of(),
                List.of()));
    }
}
