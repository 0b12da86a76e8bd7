package dev.jackstaff.admin.key;

import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.boundary.ApiKeyView;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.CreatedApiKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The API keys page of a project, with the secret of a key that was just created. */
@Named
@RequestScoped
public class ApiKeysView implements Serializable {
    @Inject
    ApiKeys keys;

    @Inject
    Environments environments;

    @Inject
    PageMessages messages;

    private String project = "";
    private List<ApiKeyView> all = List.of();
    private List<EnvironmentView> choices = List.of();
    private ApiKeyForm form = new ApiKeyForm();
    private String secret = "";

    public void open() {
        choices = environments.list(new ProjectKey(project));
        reload();
    }

    private void reload() {
        all = keys.listByProject(new ProjectKey(project));
    }

    /** Creates a key and shows its secret. */
    public void create() {
        CreatedApiKey created = keys.create(form.toNewApiKey(new ProjectKey(project)));
        secret = created.secret();
        form = new ApiKeyForm();
        reload();
        messages.addSuccess("key.created", created.key().name());
    }

    /** Revokes a key. */
    public void revoke(ApiKeyView key) {
        keys.revoke(key.id());
        secret = "";
        reload();
        messages.addSuccess("key.revoked", key.name());
    }

    /** Removes the secret from the page. */
    public void hideSecret() {
        secret = "";
    }

    public List<ApiKeyView> getKeys() {
        return all;
    }

    public List<EnvironmentView> getEnvironments() {
        return choices;
    }

    /** The kinds of keys that belong to one environment. */
    public List<ApiKeyKind> getKinds() {
        return List.of(ApiKeyKind.SERVER, ApiKeyKind.CLIENT, ApiKeyKind.EDGE);
    }

    public ApiKeyForm getForm() {
        return form;
    }

    public String getSecret() {
        return secret;
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = project;
    }
}
