package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.EnvironmentInstruction.RenameEnvironment;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetProduction;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetSortOrder;
import dev.jackstaff.domain.change.EnvironmentLifecycle.CreateEnvironment;
import dev.jackstaff.domain.change.EnvironmentLifecycle.DeleteEnvironment;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.ProjectInstruction.DescribeProject;
import dev.jackstaff.domain.change.ProjectInstruction.RenameProject;
import dev.jackstaff.domain.history.EnvironmentVersionView;
import dev.jackstaff.domain.history.ProjectVersionView;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.DomainContainer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The versions of the details of projects and environments: what conflicts with a base, and what history shows. */
class DetailsVersionsIT {
    private static final long FIRST = 1;
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final EnvironmentKey EU = new EnvironmentKey("eu");
    private static final RevisionQuery LATEST = new RevisionQuery(Long.MAX_VALUE, 10);

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final History history = hub.get(History.class);

    @Test
    void aNameThatSomebodyElseGaveAnEnvironmentSinceTheBaseConflicts() {
        apply(FIRST, new RenameEnvironment(STAGING, "Theirs"));

        assertConflict(
                new Violation(
                        "environments/staging/name", "was \"staging\", is \"Theirs\" now, and would become \"Mine\""),
                FIRST,
                new RenameEnvironment(STAGING, "Mine"));
        apply(FIRST, new SetProduction(STAGING, true), new SetSortOrder(STAGING, 7));
        assertThat(environmentVersions(STAGING))
                .extracting(EnvironmentVersionView::projectRevision, EnvironmentVersionView::details)
                .containsExactly(
                        tuple(3L, new EnvironmentDetails("Theirs", true, 7, EnvironmentColour.VIOLET)),
                        tuple(2L, new EnvironmentDetails("Theirs", false, 1, EnvironmentColour.VIOLET)),
                        tuple(1L, new EnvironmentDetails("staging", false, 1, EnvironmentColour.VIOLET)));
        assertThat(environmentVersions(STAGING).get(1).change())
                .satisfies(change -> assertThat(change).isNotNull());
    }

    @Test
    void aDescriptionThatSomebodyElseGaveTheProjectSinceTheBaseConflicts() {
        long base = apply(FIRST, new RenameProject("Shop"), new DescribeProject("sells"))
                .projectRevision();
        apply(base, new DescribeProject("Theirs"));

        assertConflict(
                new Violation("project/description", "was \"sells\", is \"Theirs\" now, and would become \"Mine\""),
                base,
                new DescribeProject("Mine"));
        apply(base, new RenameProject("Store"));
        assertThat(projectVersions())
                .extracting(ProjectVersionView::details)
                .containsExactly(
                        new ProjectDetails("Store", "Theirs"),
                        new ProjectDetails("Shop", "Theirs"),
                        new ProjectDetails("Shop", "sells"),
                        new ProjectDetails(project.value(), ""));
    }

    @Test
    void anEnvironmentThatIsAnotherThanAtTheBaseIsNotDeleted() {
        long made =
                apply(FIRST, new CreateEnvironment(EU, "Europe", false, null)).projectRevision();
        apply(made, new SetProduction(EU, true));

        assertConflict(
                new Violation("environments/eu", "is another now than at revision " + made),
                made,
                new DeleteEnvironment(EU, true));
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(FIRST, new DeleteEnvironment(EU, true)));
        apply(made + 1, new DeleteEnvironment(EU, true));
        assertThatExceptionOfType(DomainException.NotFound.class).isThrownBy(() -> environmentVersions(EU));
    }

    @Test
    void whatOtherChangesDoLeavesDetailsWithoutANewVersion() {
        apply(FIRST, new RenameEnvironment(STAGING, "Stage"));

        assertThat(projectVersions()).hasSize(1);
        assertThat(environmentVersions(new EnvironmentKey("production"))).hasSize(1);
    }

    private void assertConflict(Violation expected, long base, Instruction instruction) {
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(base, instruction))
                .satisfies(conflict -> assertThat(conflict.violations()).containsExactly(expected));
    }

    private List<EnvironmentVersionView> environmentVersions(EnvironmentKey environment) {
        return hub.callAsAdmin(() -> history.versions(project, environment, LATEST));
    }

    private List<ProjectVersionView> projectVersions() {
        return hub.callAsAdmin(() -> history.versions(project, LATEST));
    }

    private ChangeResult apply(long base, Instruction... instructions) {
        return hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(
                        project,
                        new ChangeRequest(
                                ChangeStep.of(List.of(instructions)),
                                new ChangeBase(Map.of(), OptionalLong.of(base)),
                                ChangeNote.NONE)));
    }
}
