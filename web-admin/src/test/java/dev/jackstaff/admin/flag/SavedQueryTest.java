package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SavedQueryTest {
    @Test
    void aQueryIsReadAsItWasWritten() {
        SavedQuery query = new SavedQuery(Map.of("q", "a & b = ü%", "state", "on", "scope", "production"));

        assertThat(SavedQuery.parse(query.toString())).isEqualTo(query);
    }

    @Test
    void onlyTheParametersOfTheListAreKept() {
        assertThat(new SavedQuery(Map.of("project", "other", "page", "7", "saved", "x", "tag", "ui", "owner", " ")))
                .hasToString("tag=ui");
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        assertThat(SavedQuery.parse("q=%zz&tag=ui&kind&&state=on&state=off").parameters())
                .isEqualTo(Map.of("tag", "ui", "state", "on"));
    }
}
