package dev.jackstaff.domain.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.audit.control.AuditRetention;
import dev.jackstaff.domain.testing.DomainContainer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditRetentionIT {
    private final DomainContainer hub = DomainContainer.shared();
    private final AuditRetention retention = hub.get(AuditRetention.class);

    @AfterEach
    void forEver() {
        retention.configure(Duration.ZERO);
    }

    @Test
    void theBeginningOfTheChainIsRemovedAndTheChainSaysSo() throws SQLException {
        hub.createProject();
        await().until(() -> hub.query("select sequence from audit_seal").size() > 3);
        String first = hub.query("select min(sequence) from audit_seal").get(0);
        String hash = hub.query("select hash from audit_seal where sequence = " + first)
                .get(0);
        age(first);

        retention.configure(Duration.ofDays(30));
        hub.get(AuditCleanup.class).removeExpired();

        assertThat(hub.query("select min(sequence) - " + first + " from audit_seal"))
                .containsExactly("1");
        assertThat(hub.query(
                        "select after::text from audit_entry where action = 'shortened' and key = '" + first + "'"))
                .containsExactly("{\"through\":" + first + ",\"hash\":\"" + hash + "\"}");
    }

    @Test
    void lessThanThirtyDaysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> retention.configure(Duration.ofDays(29)))
                .withMessageContaining("JACKSTAFF_HUB_AUDIT_RETENTION");
    }

    /** Makes the first entry old, as only the owner of the database can. */
    private void age(String sequence) throws SQLException {
        try (Connection connection = hub.database().getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            """
                    begin;
                    alter table audit_entry disable trigger all;
                    alter table audit_seal disable trigger all;
                    update audit_entry set at = at - interval '40 days'
                    where id = (select entry_id from audit_seal where sequence = %1$s);
                    update audit_seal set sealed_at = sealed_at - interval '40 days' where sequence = %1$s;
                    alter table audit_entry enable trigger all;
                    alter table audit_seal enable trigger all;
                    commit;
                    """
                                    .formatted(sequence));
        }
    }
}
