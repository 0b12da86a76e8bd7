package dev.jackstaff.admin.key;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.boundary.ApiKeyView;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.CreatedApiKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API keys page of a project, with the secret of a key that was just created. */
@Named
@RequestScoped
public class ApiKeysView {
    @Inject
    Here here;

    @Inject
    ApiKeys keys;

    @Inject
    PageMessages messages;

    private final LazyValue<List<ApiKeyView>> all = new LazyValue<>(() -> keys.listByProject(here.projectKey()));
    private ApiKeyForm form = new ApiKeyForm();
    private String secret = "";
    private String secretOf = "";

    /** Reads the keys, so that the page of a project that does not exist is not found. */
    public void open() {
        getKeys();
    }

    /** Creates a key and shows its secret, once. */
    public void create() {
        CreatedApiKey created = keys.create(form.toNewApiKey(here.projectKey()));
        secret = created.secret();
        secretOf = created.key().name();
        form = new ApiKeyForm();
    }

    /** Revokes the key whose id the parameter {@code value} says. */
    public void revoke() {
        ApiKeyView key = getKeys().stream()
                .filter(candidate -> candidate.id().toString().equals(here.parameter("value")))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("API key", here.parameter("value")));
        keys.revoke(key.id());
        messages.addSuccess("key.revoked", key.name());
    }

    public List<ApiKeyView> getKeys() {
        return all.get(here);
    }

    /** The mark of a key's environment; null if it opens all. */
    public @Nullable EnvironmentMark markOf(ApiKeyView key) {
        return here.getEnvironments().stream()
                .filter(mark -> key.environment() != null
                        && mark.key().equals(key.environment().value()))
                .findFirst()
                .orElse(null);
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

    /** The name of the key whose secret is shown. */
    public String getSecretOf() {
        return secretOf;
    }
}
