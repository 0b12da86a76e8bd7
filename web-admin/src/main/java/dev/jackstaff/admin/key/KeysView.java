package dev.jackstaff.admin.key;

import dev.jackstaff.admin.frame.Notices;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.boundary.ApiKeyView;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.CreatedApiKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The API keys of a project, and the secret of one that was just made. */
@Named
@ViewScoped
public class KeysView implements Serializable {
    @Inject
    ApiKeys keys;

    @Inject
    Environments environments;

    @Inject
    Notices notices;

    private String project = "";
    private List<ApiKeyView> all = List.of();
    private List<EnvironmentView> choices = List.of();
    private KeyForm form = new KeyForm();
    private String secret = "";

    public void open() {
        choices = environments.list(new ProjectKey(project));
        read();
    }

    private void read() {
        all = keys.listOf(new ProjectKey(project));
    }

    /** Makes a key and shows its secret. */
    public void create() {
        CreatedApiKey created = keys.create(form.key(new ProjectKey(project)));
        secret = created.secret();
        form = new KeyForm();
        read();
        notices.done("key.created", created.key().name());
    }

    /** Ends a key. */
    public void revoke(ApiKeyView key) {
        keys.revoke(key.id());
        secret = "";
        read();
        notices.done("key.revoked", key.name());
    }

    /** Forgets the secret that is shown. */
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

    public KeyForm getForm() {
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
