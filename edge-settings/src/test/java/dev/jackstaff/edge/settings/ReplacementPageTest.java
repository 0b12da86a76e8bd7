package dev.jackstaff.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.settings.ForeignOption.Effect;
import dev.jackstaff.protocols.settings.Setting;
import dev.jackstaff.protocols.settings.SettingAlias;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page about replacing other edges: its tables are what the code does. {@code -Djackstaff.docs.record=true} writes
 * them anew instead.
 */
class ReplacementPageTest {
    private static final Path PAGE = Path.of("../docs/operations/replace.md");
    private static final boolean RECORDING = Boolean.getBoolean("jackstaff.docs.record");

    /** A table of the page, between two comments. */
    private enum Table {
        UNLEASH_EDGE("| option | variable | here |\n|---|---|---|\n", List.of(UnleashEdgeOption.values())) {
            @Override
            String firstCells(ForeignOption option) {
                return code(option.flags()) + " | " + code(List.of(option.variable()));
            }
        },
        EDGE_PROXY(
                "| member of `config.json` | variable | here |\n|---|---|---|\n", List.of(EdgeProxyOption.values())) {
            @Override
            String firstCells(ForeignOption option) {
                EdgeProxyOption member = (EdgeProxyOption) option;
                boolean onlyVariable =
                        member.variable().equals(member.variable().toUpperCase(Locale.ROOT));
                return (onlyVariable ? "" : code(List.of(member.variable().replace("config.json:", "")))) + " | "
                        + code(List.of(member.environmentVariable()));
            }
        },
        FLEXFLAG_EDGE("| variable | here |\n|---|---|\n", List.of(FlexFlagEdgeOption.values())) {
            @Override
            String firstCells(ForeignOption option) {
                return code(List.of(option.variable()));
            }
        };

        private final String heading;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.copyOf, of values
        private final List<ForeignOption> options;

        Table(String heading, List<? extends ForeignOption> options) {
            this.heading = heading;
            this.options = List.copyOf(options);
        }

        abstract String firstCells(ForeignOption option);

        String markdown() {
            return options.stream()
                    .map(option -> "| " + firstCells(option) + " | " + here(option) + " |\n")
                    .map(row -> row.replace("|  |", "| |"))
                    .collect(Collectors.joining("", heading, ""));
        }

        String begin() {
            return "<!-- table " + name() + " -->\n";
        }

        private static String here(ForeignOption option) {
            List<String> settings = EdgeSetting.all().stream()
                    .filter(setting ->
                            setting.aliases().stream().map(SettingAlias::name).anyMatch(option.variable()::equals))
                    .map(Setting::property)
                    .toList();
            String effect = option.effect() == Effect.HONOURED && !settings.isEmpty()
                    ? "sets " + code(settings)
                    : option.effect().sentence();
            return option.remark().isEmpty() ? effect : effect + ": " + option.remark();
        }

        static String code(List<String> names) {
            return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableIsWhatTheCodeDoes(Table table) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(table.begin()) + table.begin().length();
        int end = page.indexOf("<!-- end -->", begin);
        assertThat(begin).isGreaterThan(table.begin().length());
        assertThat(end).isGreaterThanOrEqualTo(begin);

        if (RECORDING) {
            Files.writeString(PAGE, page.substring(0, begin) + table.markdown() + page.substring(end));
        } else {
            assertThat(page.substring(begin, end)).isEqualTo(table.markdown());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOptionThatIsHonouredIsANameOfASetting(Table table) {
        List<String> names = EdgeSetting.all().stream()
                .flatMap(setting -> setting.aliases().stream())
                .map(SettingAlias::name)
                .toList();

        assertThat(table.options)
                .filteredOn(option -> option.effect() == Effect.HONOURED && option != EdgeProxyOption.CONFIG_PATH)
                .extracting(ForeignOption::variable)
                .isSubsetOf(names);
        assertThat(table.options)
                .filteredOn(option -> option.effect() != Effect.HONOURED)
                .allSatisfy(option -> assertThat(names).doesNotContain(option.variable()));
    }

    @ParameterizedTest
    @EnumSource
    void whatDiffersIsSaidWithItsReason(Table table) {
        assertThat(table.options)
                .filteredOn(option ->
                        Stream.of(Effect.WITHOUT_EFFECT, Effect.REFUSED).anyMatch(effect -> effect == option.effect()))
                .allSatisfy(option -> assertThat(option.remark()).isNotBlank());
    }
}
