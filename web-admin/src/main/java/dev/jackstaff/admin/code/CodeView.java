package dev.jackstaff.admin.code;

import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.NewApiKey;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.CreatedApiKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The code that asks for a flag in the environment that the address names, with a key that was just made for it. */
@Named
@RequestScoped
public class CodeView {
    /** The address of the edge that {@code jackstaff up} starts. */
    private static final String EDGE = "http://127.0.0.1:8081";

    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    ApiKeys keys;

    private String name = "";
    private String secret = "";
    private String secretOf = "";

    /** The SDK that the address names. */
    public Sdk getSdk() {
        return Sdk.named(here.parameter("sdk"));
    }

    public Sdk[] getSdks() {
        return Sdk.values();
    }

    public List<Snippet> getSnippets() {
        String shown = secret.isEmpty() ? placeholder() : secret;
        return Snippets.of(getSdk(), frame.getKey(), EDGE, shown, fallback());
    }

    private String placeholder() {
        return MessageBundle.format(
                "code.placeholder." + getSdk().getKind().label(),
                here.getEnvironment().key());
    }

    /** What the code gets when it is not answered: the off value, or nothing of the flag's type. */
    private Value fallback() {
        FlagStateDetails settings = frame.getCard().state().details();
        ValueType type = frame.getFlag().type();
        String off = settings.offVariant();
        return settings.values().appliedTo(type, frame.getFlag().variants()).stream()
                .filter(variant -> variant.key().equals(off))
                .map(FlagVariant::value)
                .findFirst()
                .orElseGet(() -> nothing(type));
    }

    private static Value nothing(ValueType type) {
        return switch (type) {
            case BOOLEAN -> Value.parse(type, "false");
            case STRING -> Value.parse(type, "\"\"");
            case INTEGER -> Value.parse(type, "0");
            case NUMBER -> Value.parse(type, "0.0");
            case JSON -> Value.parse(type, "{}");
        };
    }

    /** The attributes that rules of the flag ask for here. */
    public String getAttributes() {
        List<String> names = frame.getCard().state().rules().stream()
                .flatMap(rule -> DefinitionReferences.comparisonsIn(rule.condition()).stream())
                .map(Comparison::attribute)
                .distinct()
                .sorted()
                .toList();
        return String.join(", ", names);
    }

    /** Whether the SDK does not see the flag, as it uses a client key. */
    public boolean isHidden() {
        return getSdk().getKind() == ApiKeyKind.CLIENT && frame.getFlag().serverOnly();
    }

    /** Makes a key of the kind that the SDK needs, and shows its secret this once. */
    public void makeKey() {
        CreatedApiKey created = keys.create(
                new NewApiKey(name.strip(), getSdk().getKind(), here.projectKey(), here.environmentKey(), null));
        secret = created.secret();
        secretOf = created.key().name();
        name = "";
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSecret() {
        return secret;
    }

    /** The name of the key whose secret is shown. */
    public String getSecretOf() {
        return secretOf;
    }
}
