package dev.jackstaff.admin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackedBarsTest {
    private static final double GAP = 0.8;
    private static final double PLOT = 220;
    private static final double TOP = 25.9;
    private static final double PIN_WIDTH = 18;

    @Test
    void partsStandOnEachOtherInProportion() {
        StackedBars chart = StackedBars.of(
                "", List.of(new StackedBars.Slot("a", List.of(300L, 100L))), List.of("f1", "f0"), List.of());

        StackedBars.Bar lower = chart.bars().get(0);
        StackedBars.Bar upper = chart.bars().get(1);
        assertThat(List.of(lower.style(), upper.style())).containsExactly("f1", "f0");
        assertThat((lower.height() + GAP) / (upper.height() + GAP)).isCloseTo(3, within(0.02));
        assertThat(lower.height() + upper.height() + 2 * GAP).isCloseTo(PLOT, within(0.2));
        assertThat(upper.y() + upper.height() + GAP).isCloseTo(lower.y(), within(0.2));
    }

    @Test
    void linesReachAboveTheGreatestSumWithFewSteps() {
        for (long sum : new long[] {0, 1, 4, 7, 99, 470_000, 8_240_000, 1L << 53}) {
            StackedBars chart =
                    StackedBars.of("", List.of(new StackedBars.Slot("a", List.of(sum))), List.of("f1"), List.of());

            assertThat(chart.lines()).as("%d", sum).hasSizeBetween(2, 6);
            assertThat(chart.bars()).as("%d", sum).allMatch(bar -> bar.y() >= TOP);
        }
    }

    @Test
    void numbersOfMarksDoNotCoverEachOther() {
        StackedBars chart = StackedBars.of(
                "", List.of(new StackedBars.Slot("a", List.of(1L))), List.of("f1"), List.of(0.5, 0.99, 0.991));

        List<StackedBars.Pin> pins = chart.pins();
        assertThat(pins).extracting(StackedBars.Pin::number).containsExactly(1, 2, 3);
        assertThat(pins.get(0).x()).isEqualTo(pins.get(0).line());
        assertThat(pins.get(2).x() - pins.get(1).x()).isCloseTo(PIN_WIDTH, within(0.1));
        assertThat(pins.get(2).line() - pins.get(1).line()).isLessThan(2);
    }

    @Test
    void countsAreShort() {
        assertThat(Counts.compact(4_812)).isEqualTo("4\u00a0812");
        assertThat(Counts.compact(481_600)).isEqualTo("482\u00a0k");
        assertThat(Counts.compact(8_240_000)).isEqualTo("8.24\u00a0M");
        assertThat(Counts.compact(999_999)).isEqualTo("1\u00a0M");
    }
}
