package dev.jackstaff.admin.compare;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.admin.sentence.RuleSentence;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.change.RuleAlignment;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings of a flag in several environments, part by part. */
final class ComparedSettings {
    private final List<ComparedColumn> columns;
    private final ComparedColumn reference;
    private final List<FlagVariant> variants;
    private final VariantColours colours;

    /** Settings of which one column is that of the page. */
    ComparedSettings(List<ComparedColumn> columns, List<FlagVariant> variants) {
        this.columns = columns;
        this.reference =
                columns.stream().filter(ComparedColumn::here).findFirst().orElseThrow();
        this.variants = variants;
        this.colours = new VariantColours(variants);
    }

    List<ComparedRow> rows() {
        List<ComparedRow> rows = new ArrayList<>();
        rows.add(row(say("compare.state"), FlagStateDetails::enabled, ComparedSettings::state));
        rows.addAll(ruleRows());
        rows.add(row(
                say("compare.else"),
                FlagStateDetails::fallthrough,
                (mark, settings) ->
                        ComparedCell.sentence(mark, RuleSentence.ofFallthrough(settings.fallthrough(), colours))));
        rows.add(row(
                say("compare.off"),
                settings -> Optional.ofNullable(settings.offVariant()),
                (mark, settings) -> offVariant(mark, settings.offVariant())));
        variants.forEach(variant -> rows.add(valueRow(variant)));
        return rows;
    }

    private static ComparedCell state(EnvironmentMark mark, FlagStateDetails settings) {
        return settings.enabled()
                ? ComparedCell.text(mark, say("switch.on"), "lamp lamp-on")
                : ComparedCell.text(mark, say("switch.off"), "lamp lamp-none");
    }

    private ComparedCell offVariant(EnvironmentMark mark, @Nullable String variant) {
        return variant == null
                ? ComparedCell.text(mark, say("play.clientDefault"), "")
                : ComparedCell.sentence(mark, List.of(new Piece("serve", variant, colours.dot(variant))));
    }

    private ComparedRow valueRow(FlagVariant variant) {
        return row(
                say("compare.value", variant.key()),
                settings -> settings.values().of(variant.key()),
                (mark, settings) -> ComparedCell.text(
                        mark, settings.values().of(variant.key()).orElseGet(variant.value()::json), "value"));
    }

    private ComparedRow row(
            String title,
            Function<FlagStateDetails, Object> part,
            BiFunction<EnvironmentMark, FlagStateDetails, ComparedCell> cell) {
        Object expected = part.apply(reference.settings());
        return new ComparedRow(
                title,
                columns.stream()
                        .map(column -> cell.apply(column.mark(), column.settings())
                                .differing(!Objects.equals(expected, part.apply(column.settings()))))
                        .toList());
    }

    /** One row for each rule that any of the environments has. */
    private List<ComparedRow> ruleRows() {
        List<RuleDefinition> known = new ArrayList<>(reference.settings().rules());
        Map<EnvironmentMark, List<RuleDefinition>> aligned = new LinkedHashMap<>();
        for (ComparedColumn column : columns) {
            List<RuleDefinition> rules = RuleAlignment.aligned(column.settings().rules(), known);
            aligned.put(column.mark(), rules);
            addUnknown(known, rules);
        }
        return known.stream().map(rule -> ruleRow(rule, aligned)).toList();
    }

    private static void addUnknown(List<RuleDefinition> known, List<RuleDefinition> rules) {
        int place = 0;
        for (RuleDefinition rule : rules) {
            int found = placeOf(known, rule.id());
            if (found < 0) {
                known.add(place, rule);
                place++;
            } else {
                place = found + 1;
            }
        }
    }

    private static int placeOf(List<RuleDefinition> rules, String id) {
        return rules.stream().map(RuleDefinition::id).toList().indexOf(id);
    }

    private ComparedRow ruleRow(RuleDefinition rule, Map<EnvironmentMark, List<RuleDefinition>> aligned) {
        RuleDefinition expected = find(Objects.requireNonNull(aligned.get(reference.mark())), rule.id());
        List<ComparedCell> cells = new ArrayList<>();
        aligned.forEach((mark, rules) -> {
            RuleDefinition found = find(rules, rule.id());
            ComparedCell cell = found == null
                    ? ComparedCell.text(mark, "", "")
                    : ruleCell(mark, found, placeOf(rules, rule.id()) + 1);
            cells.add(cell.differing(!Objects.equals(expected, found)));
        });
        return new ComparedRow(
                rule.name().isEmpty() ? say("compare.rule") : say("compare.ruleNamed", rule.name()), cells);
    }

    private ComparedCell ruleCell(EnvironmentMark mark, RuleDefinition rule, int place) {
        return new ComparedCell(
                mark,
                String.valueOf(place),
                RuleSentence.of(rule, colours),
                "",
                "",
                rule.note(),
                !rule.enabled(),
                false);
    }

    private static @Nullable RuleDefinition find(List<RuleDefinition> rules, String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElse(null);
    }

    private static String say(String key, Object... arguments) {
        return MessageBundle.format(key, arguments);
    }
}
