package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.change.EnvironmentLifecycle.CreateEnvironment;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An environment, under change. Bases are revisions of the project. */
final class EnvironmentTarget extends ChangeTarget<EnvironmentDetails> {
    private final ChangeStores stores;
    private final Project project;
    private final EnvironmentKey key;
    private @Nullable Environment environment;

    EnvironmentTarget(ChangeStores stores, Project project, EnvironmentKey key, @Nullable Environment environment) {
        super(environment == null ? null : environment.auditJson());
        this.stores = stores;
        this.project = project;
        this.key = key;
        this.environment = environment;
    }

    /** The environment; NotFound if it does not exist. */
    Environment existing() {
        Environment present = environment;
        if (present == null) {
            throw new DomainException.NotFound("environment", key);
        }
        return present;
    }

    boolean exists() {
        return environment != null;
    }

    void create(CreateEnvironment wanted) {
        if (environment != null) {
            throw DomainException.Conflict.exists("environment", key);
        }
        environment = stores.environmentEditor.create(
                project, key, wanted.name(), wanted.production(), wanted.sortOrder(), wanted.colour());
    }

    void delete(boolean force) {
        stores.environmentEditor.delete(project, existing(), force);
        environment = null;
    }

    @Override
    UUID id() {
        return existing().id();
    }

    @Override
    EnvironmentDetails present() {
        return existing().details();
    }

    @Override
    EnvironmentDetails seen(long base) {
        return stores.sharedHistory
                .environmentAt(existing(), base)
                .orElseThrow(() -> unknownAt("environment", key, base));
    }

    @Override
    void change(EnvironmentDetails wanted) {
        stores.environmentEditor.update(existing(), wanted);
    }

    @Override
    AuditChange.Subject subject() {
        return Environment.subject(key, project);
    }

    @Override
    @Nullable
    String after() {
        return environment == null ? null : environment.auditJson();
    }
}
