package dev.jackstaff.admin.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @Test
    void quotesAndLineBreaksStayInTheirCell() {
        assertThat(CsvLine.of(List.of("a", "say \"hi\"", "two\nlines, one cell", "")))
                .isEqualTo("\"a\",\"say \"\"hi\"\"\",\"two\nlines, one cell\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1+1"})
    void whatASpreadsheetWouldCarryOutIsText(String formula) {
        assertThat(CsvLine.of(List.of(formula))).isEqualTo("\"'" + formula + "\"\r\n");
    }
}
