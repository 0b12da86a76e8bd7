package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeState;
import dev.jackstaff.domain.attribute.control.AttributeEditor;
import dev.jackstaff.domain.attribute.entity.ContextAttribute;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.project.entity.Project;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attribute, which the project may define or not, under change. Bases are revisions of the project. */
final class AttributeTarget extends ChangeTarget<AttributeState> {
    private final ChangeStores stores;
    private final Project project;
    private final AttributeName name;
    private @Nullable ContextAttribute attribute;

    AttributeTarget(ChangeStores stores, Project project, AttributeName name, @Nullable ContextAttribute attribute) {
        super(attribute == null ? null : attribute.auditJson());
        this.stores = stores;
        this.project = project;
        this.name = name;
        this.attribute = attribute;
    }

    /** Whether the project defines it. */
    boolean exists() {
        return attribute != null;
    }

    /** Refuses legal values that do not fit the type. */
    void refuseInvalid() {
        AttributeDetails definition = present().definition();
        if (definition != null) {
            AttributeEditor.refuseInvalid(definition);
        }
    }

    @Override
    UUID id() {
        ContextAttribute present = attribute;
        if (present == null) {
            throw new DomainException.NotFound("attribute", name);
        }
        return present.id();
    }

    @Override
    AttributeState present() {
        ContextAttribute present = attribute;
        return present == null ? AttributeState.UNDEFINED : new AttributeState(present.details());
    }

    @Override
    AttributeState seen(long base) {
        return stores.sharedHistory
                .attributeAt(project, name, base)
                .map(AttributeState::new)
                .orElseThrow(() -> unknownAt("attribute", name, base));
    }

    @Override
    void change(AttributeState wanted) {
        AttributeDetails definition = wanted.definition();
        ContextAttribute present = attribute;
        if (definition == null) {
            if (present != null) {
                stores.attributeEditor.delete(present);
            }
            attribute = null;
        } else if (present == null) {
            attribute = stores.attributeEditor.create(project, name, definition);
        } else {
            stores.attributeEditor.update(present, definition);
        }
    }

    @Override
    AuditChange.Subject subject() {
        return ContextAttribute.subject(name, project.key());
    }

    @Override
    @Nullable
    String after() {
        return attribute == null ? null : attribute.auditJson();
    }
}
