package dev.jackstaff.admin.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.project.ProjectKey;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ApiKeyFormTest {
    private static final ProjectKey DEMO = new ProjectKey("demo");

    @Test
    void aKeyCountsThroughItsLastDay() {
        ApiKeyForm form = new ApiKeyForm();
        form.setEnvironment("production");
        form.setLastDay(LocalDate.of(2027, 1, 31));

        assertThat(form.toNewApiKey(DEMO).expiresAt()).isEqualTo(Instant.parse("2027-02-01T00:00:00Z"));
    }

    @Test
    void withoutALastDayItNeverExpires() {
        ApiKeyForm form = new ApiKeyForm();
        form.setEnvironment("production");

        assertThat(form.toNewApiKey(DEMO).expiresAt()).isNull();
    }
}
