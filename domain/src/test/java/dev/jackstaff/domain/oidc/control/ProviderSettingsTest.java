package dev.jackstaff.domain.oidc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.permission.BuiltInRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderSettingsTest {
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "jackstaff.hub.oidc.providers", "keycloak, entra",
            "jackstaff.hub.oidc.keycloak.issuer", "https://sso.example.org/realms/staff"));

    private final ProviderSettings reader = new ProviderSettings(name -> Optional.ofNullable(settings.get(name)));

    @Test
    void providersAreListed() {
        assertThat(reader.names()).containsExactly("keycloak", "entra");
    }

    @Test
    void aProviderHasDefaults() {
        IdentityProvider provider = reader.provider("keycloak");

        assertThat(provider.label()).isEqualTo("keycloak");
        assertThat(provider.client()).isNull();
        assertThat(provider.audiences()).isEmpty();
        assertThat(provider.algorithms()).containsExactlyInAnyOrder("RS256", "PS256", "ES256");
        assertThat(provider.claims().subject()).hasToString("sub");
        assertThat(provider.claims().email()).hasToString("email");
        assertThat(provider.roles().claim()).isNull();
        assertThat(provider.roles().ofOthers()).containsExactly(BuiltInRole.VIEWER);
        assertThat(provider.accounts().createsUsers()).isFalse();
        assertThat(provider.accounts().trustsEmails()).isFalse();
        assertThat(provider.accounts().allows("ada@anywhere.example")).isTrue();
    }

    @Test
    void eachSettingIsRead() {
        set("label", "Keycloak");
        set("client.id", "jackstaff");
        set("client.secret", "hush");
        set("scopes", "openid groups");
        set("audience", "one, other");
        set("algorithms", "ES256");
        set("subject.claim", "oid");
        set("email.claim", "preferred_username");
        set("email.domains", "Example.org");
        set("email.trusted", "true");
        set("users.create", "true");
        set("groups.claim", "realm_access.roles");
        set("groups.roles", "/a=b=administrator, editors=editor");
        set("role.default", "none");

        IdentityProvider provider = reader.provider("keycloak");

        assertThat(provider.client())
                .isEqualTo(new IdentityProvider.Client("jackstaff", "hush", List.of("openid", "groups")));
        assertThat(provider.toString()).doesNotContain("hush");
        assertThat(provider.audiences()).containsExactlyInAnyOrder("one", "other");
        assertThat(provider.algorithms()).containsExactly("ES256");
        assertThat(provider.claims().subject()).hasToString("oid");
        assertThat(provider.claims().email()).hasToString("preferred_username");
        assertThat(provider.accounts().allows("ada@EXAMPLE.org")).isTrue();
        assertThat(provider.accounts().allows("ada@example.org.evil.example")).isFalse();
        assertThat(provider.accounts().trustsEmails()).isTrue();
        assertThat(provider.accounts().createsUsers()).isTrue();
        assertThat(provider.roles().claim()).hasToString("realm_access.roles");
        assertThat(provider.roles().roles())
                .isEqualTo(Map.of("/a=b", BuiltInRole.ADMINISTRATOR, "editors", BuiltInRole.EDITOR));
        assertThat(provider.roles().ofOthers()).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("no issuer", "issuer", "", "keycloak.issuer is missing"),
                argumentSet("an issuer for everybody to read", "issuer", "http://sso.example.org", "https"),
                argumentSet("no address", "issuer", "sso", "https"),
                argumentSet("no signature", "algorithms", "RS256,none", "algorithms"),
                argumentSet("a shared secret", "algorithms", "HS256", "algorithms"),
                argumentSet("no OpenID", "scopes", "email", "openid"),
                argumentSet("an unknown role", "role.default", "root", "no role \"root\""),
                argumentSet("no list of roles", "groups.roles", "editors", "group=role"),
                argumentSet("no path", "groups.claim", "a..b", "path"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamed(String setting, String value, String reason) {
        set(setting, value);

        assertThatThrownBy(() -> reader.provider("keycloak"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anIssuerOfTheSameHostMayDoWithoutEncryption() {
        set("issuer", "http://127.0.0.1:8180/realms/staff/");

        assertThat(reader.provider("keycloak").isIssuer("http://127.0.0.1:8180/realms/staff"))
                .isTrue();
    }

    private void set(String setting, String value) {
        settings.put("jackstaff.hub.oidc.keycloak." + setting, value);
    }
}
