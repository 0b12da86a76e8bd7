package dev.jackstaff.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.idempotency.RepeatableRequest;
import dev.jackstaff.domain.permission.Rights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestFingerprintTest {
    private static final Actor SOMEBODY = new Actor("somebody@example.org", Rights.NONE, Actor.Kind.USER);
    private static final RepeatableRequest FIRST = of(SOMEBODY, "key", "/api/v1/keys?a=b", "{}");

    @Test
    void theSameRequestHasTheSameHashes() {
        assertThat(of(SOMEBODY, "key", "/api/v1/keys?a=b", "{}")).isEqualTo(FIRST);
        assertThat(of(SOMEBODY, " \"key\" ", "/api/v1/keys?a=b", "{}")).isEqualTo(FIRST);
    }

    @Test
    void anotherAddressOrBodyIsAnotherRequestWithTheSameKey() {
        for (RepeatableRequest other :
                List.of(of(SOMEBODY, "key", "/api/v1/keys", "{}"), of(SOMEBODY, "key", "/api/v1/keys?a=b", "{ }"))) {
            assertThat(other.id()).isEqualTo(FIRST.id());
            assertThat(other.content()).isNotEqualTo(FIRST.content());
        }
    }

    @Test
    void keysOfDifferentPeopleAreNotTheSame() {
        Actor key = new Actor(SOMEBODY.name(), Rights.NONE, Actor.Kind.KEY);

        assertThat(of(key, "key", "/api/v1/keys?a=b", "{}").id()).isNotEqualTo(FIRST.id());
    }

    /** So a password in a body cannot be guessed from what is stored. */
    @Test
    void theHashOfTheContentNeedsTheKey() {
        assertThat(of(SOMEBODY, "another", "/api/v1/keys?a=b", "{}").content()).isNotEqualTo(FIRST.content());
    }

    @Test
    void aKeyIsVisibleAscii() {
        for (String key : List.of("", "\"\"", "a b", "ä", "x".repeat(256))) {
            assertThatThrownBy(() -> of(SOMEBODY, key, "/", ""))
                    .describedAs(key)
                    .isInstanceOf(DomainException.Invalid.class)
                    .hasMessage("Idempotency-Key: must be 1 to 255 visible ASCII characters");
        }
    }

    private static RepeatableRequest of(Actor actor, String key, String address, String body) {
        return RequestFingerprint.of(actor, key, "POST", address, body.getBytes(StandardCharsets.UTF_8));
    }
}
