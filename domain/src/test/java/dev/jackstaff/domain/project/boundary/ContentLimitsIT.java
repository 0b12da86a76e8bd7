package dev.jackstaff.domain.project.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.change.boundary.ProjectChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ContentLimits;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.ValueType;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentLimitsIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final int VALUE_LENGTH = 63_000;

    private final DomainContainer hub = DomainContainer.shared();
    private final FlagChanges flagChanges = hub.get(FlagChanges.class);
    private final ProjectKey project = hub.createProject();

    @Test
    void flagsThatAreEachPermittedAreRefusedWhereAnEdgeCouldNotHoldThemAll() {
        int created = fill();

        assertThat(created).isEqualTo(8);
        assertThat(hub.query("select max(content_bytes) from environment where " + ofThisProject()))
                .singleElement()
                .satisfies(bytes ->
                        assertThat(Long.parseLong(bytes)).isLessThanOrEqualTo(ContentLimits.DEFAULT_ENVIRONMENT_BYTES));
        assertThatThrownBy(() -> create("one-more"))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageStartingWith("the flags and segments of environment \"")
                .hasMessageContaining("; the limit is 8.00 MiB (jackstaff.hub.limits.environment). Shorten ");
        drop();
    }

    @Test
    void atTheLimitFlagsCanBeSwitchedShortenedArchivedAndDeleted() {
        fill();
        FlagKey first = new FlagKey("flag-0");
        FlagAddress address = new FlagAddress(project, first, PRODUCTION);
        hub.get(ContentLimits.class).configure(new ContentLimits.Values(1, 1));

        try {
            hub.callAsAdmin(() -> hub.get(FlagStateChanges.class).toggle(address));
            hub.callAsAdmin(() -> flagChanges.update(
                    project,
                    first,
                    CommandFixtures.details(ValueType.STRING, new VariantInput("v0", "\"short\"", "")),
                    ExpectedVersion.any()));
            hub.callAsAdmin(() -> flagChanges.archive(project, new FlagKey("flag-1"), ExpectedVersion.any()));
            hub.callAsAdmin(() -> {
                flagChanges.delete(project, new FlagKey("flag-2"), true, ExpectedVersion.any());
                return project;
            });
        } finally {
            useDefaults();
        }

        assertThat(hub.query("select count(*) from environment where content_bytes < 6000000 and " + ofThisProject()))
                .containsExactly("3");
        drop();
    }

    @Test
    void whatIsCountedOnIsWhatWouldBeMeasured() {
        FlagStateChanges states = hub.get(FlagStateChanges.class);
        FlagKey key = new FlagKey("flag");
        FlagAddress address = new FlagAddress(project, key, PRODUCTION);
        create("flag");
        long before = bytes();

        hub.callAsAdmin(() -> states.update(address, CommandFixtures.serving("v14"), ExpectedVersion.any()));

        assertThat(bytes()).isNotEqualTo(before);
        assertMeasured();
        hub.callAsAdmin(() -> states.toggle(address));
        assertMeasured();
        hub.callAsAdmin(() -> flagChanges.archive(project, key, ExpectedVersion.any()));
        assertMeasured();
        hub.callAsAdmin(() -> flagChanges.unarchive(project, key, ExpectedVersion.any()));
        hub.callAsAdmin(() -> states.toggle(address));
        assertMeasured();
        drop();
    }

    private long bytes() {
        return Long.parseLong(
                hub.query("select content_bytes from environment where key = 'production' and " + ofThisProject())
                        .get(0));
    }

    private void assertMeasured() {
        assertThat(hub.query("select key from environment where content_bytes <>"
                        + " environment_content_bytes(id, project_id) and " + ofThisProject()))
                .isEmpty();
    }

    @Test
    void aNewEnvironmentCountsToo() {
        fill();
        hub.get(ContentLimits.class).configure(new ContentLimits.Values(1 << 20, Long.MAX_VALUE));

        try {
            assertThatThrownBy(() -> hub.callAsAdmin(() -> hub.get(EnvironmentChanges.class)
                            .create(project, new NewEnvironment(new EnvironmentKey("more"), "", false, 9))))
                    .isInstanceOf(DomainException.Conflict.class)
                    .hasMessageStartingWith("the flags and segments of environment \"more\" would have 7.");
        } finally {
            useDefaults();
        }
        drop();
    }

    @Test
    void theSumOfAllEnvironmentsIsLimited() {
        hub.get(ContentLimits.class)
                .configure(new ContentLimits.Values(
                        Long.MAX_VALUE, hub.get(ContentLimits.class).usedBytes() + (2 << 20)));

        try {
            assertThatThrownBy(() -> create("large"))
                    .isInstanceOf(DomainException.Conflict.class)
                    .hasMessageStartingWith("the flags and segments of all environments together would have ");
        } finally {
            useDefaults();
        }
    }

    @Test
    void theLimitsAndTheLargestEnvironmentsAreShown() {
        create("large");

        LimitsView view = hub.callAsAdmin(() -> hub.get(Limits.class).get());

        assertThat(view.environmentBytes()).isEqualTo(ContentLimits.DEFAULT_ENVIRONMENT_BYTES);
        assertThat(view.usedBytes()).isGreaterThan(3L * 15 * VALUE_LENGTH);
        assertThat(view.largest().get(0).project()).isEqualTo(project.value());
        assertThat(view.largest().get(0).bytes()).isBetween(15L * VALUE_LENGTH, 16L * VALUE_LENGTH);
        drop();
    }

    /** Creates flags of 15 large values until one is refused; returns how many there are. */
    private int fill() {
        for (int i = 0; i < 100; i++) {
            try {
                create("flag-" + i);
            } catch (DomainException.Conflict full) {
                return i;
            }
        }
        throw new AssertionError("no flag was refused");
    }

    private void create(String key) {
        VariantInput[] variants = IntStream.range(0, 15)
                .mapToObj(i -> new VariantInput("v" + i, "\"" + "x".repeat(VALUE_LENGTH) + "\"", ""))
                .toArray(VariantInput[]::new);
        NewFlag flag = new NewFlag(new FlagKey(key), CommandFixtures.details(ValueType.STRING, variants));
        hub.callAsAdmin(() -> flagChanges.create(project, flag));
    }

    private void useDefaults() {
        hub.get(ContentLimits.class)
                .configure(new ContentLimits.Values(
                        ContentLimits.DEFAULT_ENVIRONMENT_BYTES, ContentLimits.DEFAULT_INSTALLATION_BYTES));
    }

    /** Removes what other tests would count. */
    private void drop() {
        hub.callAsAdmin(() -> {
            hub.get(ProjectChanges.class).delete(project, true, ExpectedVersion.any());
            return project;
        });
    }

    private String ofThisProject() {
        return "project_id = (select id from project where key = '" + project + "')";
    }
}
