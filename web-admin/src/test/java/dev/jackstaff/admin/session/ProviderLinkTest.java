package dev.jackstaff.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.oidc.boundary.SignInProvider;
import org.junit.jupiter.api.Test;

class ProviderLinkTest {
    @Test
    void leadsToTheProviderAndBackToThePage() {
        ProviderLink link =
                ProviderLink.of(new SignInProvider("keycloak", "Keycloak"), "/admin", "/flags.xhtml?project=a&q=b");

        assertThat(link.getLabel()).isEqualTo("Keycloak");
        assertThat(link.getAddress())
                .isEqualTo("/admin/oidc/start?provider=keycloak&then=%2Fflags.xhtml%3Fproject%3Da%26q%3Db");
    }
}
