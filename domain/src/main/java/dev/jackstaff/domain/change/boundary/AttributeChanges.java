package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeState;
import dev.jackstaff.domain.attribute.boundary.AttributeView;
import dev.jackstaff.domain.attribute.boundary.Attributes;
import dev.jackstaff.domain.change.AttributeInstruction;
import dev.jackstaff.domain.change.AttributeInstruction.DeleteAttribute;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.control.ChangeExecutor;
import dev.jackstaff.domain.change.control.ChangePlan;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The use cases of changing which attributes a project defines. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.ATTRIBUTE_UPDATE)
public class AttributeChanges {
    @Inject
    ProjectStore projects;

    @Inject
    Attributes attributes;

    @Inject
    ChangeExecutor executor;

    /**
     * Defines an attribute, or changes its definition.
     *
     * @param change the details that are wanted, by those that there are; empty if the project does not define it
     */
    public StoredAttribute put(
            ProjectKey project,
            AttributeName name,
            Function<Optional<AttributeDetails>, AttributeDetails> change,
            ExpectedVersion expected) {
        projects.existingForUpdate(project);
        Optional<AttributeView> before = attributes.find(project, name);
        expected.check("attribute", before.map(AttributeView::version).orElse(0L));
        AttributeDetails present = before.map(AttributeView::details).orElse(null);
        AttributeDetails wanted = change.apply(Optional.ofNullable(present));
        execute(project, InstructionsBetween.attribute(name, new AttributeState(present), wanted));
        return new StoredAttribute(attributes.get(project, name), present == null);
    }

    /** Changes the definition of an attribute, which the project must have, with details that are computed from it. */
    public AttributeView update(
            ProjectKey project,
            AttributeName name,
            Function<AttributeView, AttributeDetails> change,
            ExpectedVersion expected) {
        projects.existingForUpdate(project);
        AttributeView before = attributes.get(project, name);
        expected.check("attribute", before.version());
        AttributeDetails wanted = change.apply(before);
        execute(project, InstructionsBetween.attribute(name, new AttributeState(before.details()), wanted));
        return attributes.get(project, name);
    }

    /** Removes the definition of an attribute. Rules may go on using it. */
    public void delete(ProjectKey project, AttributeName name, ExpectedVersion expected) {
        projects.existingForUpdate(project);
        expected.check("attribute", attributes.get(project, name).version());
        execute(project, List.of(new DeleteAttribute(name)));
    }

    private void execute(ProjectKey project, List<AttributeInstruction> instructions) {
        executor.execute(project, ChangePlan.of(ChangeStep.of(instructions)));
    }
}
